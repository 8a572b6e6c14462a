# The commands of Supple. Each is one call of packaging/dev.py, which also works without make.
PYTHON ?= python3
DEV := $(PYTHON) packaging/dev.py
ARGS ?=
MINUTES ?= 10

.DEFAULT_GOAL := help
.PHONY: help setup run test test-long fuzz bench format screenshots figures words docs packages release

help: ## show these lines
	@echo 'make run opens Supple, make test checks it. Both set up what is missing first.'
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## set up everything that is missing; leaves the program at .venv/bin/supple
	@$(DEV) setup

run: ## open Supple; with ARGS="play desk-break-2" run that command instead
	@$(DEV) run $(ARGS)

test: ## every check and the whole test suite; with ARGS="tests/core" only these tests
	@$(DEV) test $(ARGS)

test-long: ## the tests that take minutes
	@$(DEV) test-long $(ARGS)

fuzz: ## ever new bytes for everything that reads files of others, each for MINUTES=10
	@$(DEV) fuzz $(MINUTES)

bench: ## measure Supple beside its bases; ARGS="start memory" for some rows
	@$(DEV) bench $(ARGS)

format: ## lay out the source, mend what can be mended by rule
	@$(DEV) format

screenshots: ## take the pictures of README and docs anew
	@$(DEV) screenshots

figures: ## draw the contact sheets of all exercises anew
	@$(DEV) figures

words: ## merge all words into assets/locale/*.po, tell what is missing; ARGS=fr begins a language
	@$(DEV) words $(ARGS)

docs: ## build the documentation as a small site into build/site
	@$(DEV) docs

packages: ## build sdist, wheel, bundle and .deb into build/packages; ARGS=python for the first two
	@$(DEV) packages $(ARGS)

release: ## check everything, build everything, write checksums and a list of parts
	@$(DEV) release
