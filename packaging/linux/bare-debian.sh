#!/usr/bin/env bash
# Proves on a bare Debian 12 that the two commands of the README set everything up by themselves.
#
#   sudo packaging/linux/bare-debian.sh [COMMAND...]
#
# Makes a root with python3, python3-venv, git, make and ca-certificates only, clones this repository
# (what is committed) into a path with a space, and runs each COMMAND there in turn, the default:
# `make test` and a short session, twice. The settings that this machine's apt and pip need (mirrors,
# proxies, certificates) go with it. Needs root and debootstrap; leaves nothing behind but a packed
# base root in SUPPLE_BARE_BASE (made anew when it is not there).
set -euo pipefail

base=${SUPPLE_BARE_BASE:-/var/tmp/supple-bare-debian-12.tar}
here=$(cd "$(dirname "$0")/../.." && pwd)
self=$here/packaging/linux/$(basename "$0")

if [[ $(id -u) != 0 ]]; then
  echo "bare-debian.sh makes a root of its own and must be started as root." >&2
  exit 2
fi
# In mount and process namespaces of its own nothing stays mounted and no daemon stays behind.
if [[ -z ${SUPPLE_BARE_INSIDE:-} ]]; then
  SUPPLE_BARE_INSIDE=1 exec unshare --mount --propagation private --pid --fork --kill-child \
    -- "$self" "$@"
fi

session='make run ARGS="play desk-break-2 --speed 20 --no-voice"'
if [[ $# == 0 ]]; then
  set -- "make test" "$session" "make test" "$session"
fi

work=$(mktemp -d /var/tmp/supple-bare.XXXXXX)
root=$work/root
mkdir "$root"
cleanup() {
  grep -oE " ${work}[^ ]*" /proc/self/mounts | sort -r | xargs -r -n 1 umount --lazy || true
  rm -rf --one-file-system "$work"
}
trap cleanup EXIT

if [[ ! -f $base ]]; then
  mirror=$(apt-get indextargets --format '$(REPO_URI)' | head -n 1)
  debootstrap --variant=minbase --include=python3,python3-venv,git,make,ca-certificates \
    bookworm "$root" "$mirror"
  tar -C "$root" --one-file-system -cf "$base.part" .
  mv "$base.part" "$base"
else
  tar -C "$root" -xf "$base"
fi

mount --bind "$root" "$root" # a mount of its own can be pivoted to
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm" "$root/dev/pts"
mount -t tmpfs tmpfs "$root/dev/shm"
mount -t devpts devpts "$root/dev/pts"

carry() { # carry PATH...: the same file or folder at the same place in the root
  local path
  for path in "$@"; do
    [[ -e $path ]] || continue
    mkdir -p "$root$(dirname "$path")"
    cp -aL "$path" "$root$(dirname "$path")/"
  done
}
carry /etc/resolv.conf /etc/hosts
rm -f "$root/etc/apt/sources.list"
carry /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/keyrings /etc/apt/auth.conf.d
carry $(grep -lsE 'Acquire::' /etc/apt/apt.conf /etc/apt/apt.conf.d/* || true)
carry /usr/local/share/ca-certificates /etc/ssl/certs/ca-certificates.crt
carry /etc/pip.conf /etc/xdg/pip "$HOME/.config/pip" "$HOME/.pip"
if command -v pip >/dev/null; then # folders on this machine that pip's settings name
  pip config list | grep -oE "/[^ ',\"]+" | sed 's|^//*|/|' | cut -d/ -f1-3 | sort -u |
    while read -r folder; do
      [[ -d $folder && $folder != /etc/* ]] || continue
      mkdir -p "$root$folder"
      mount --bind -o ro "$folder" "$root$folder"
    done
fi

mapfile -t settings < <(env | grep -E '^(PIP_[A-Z_]+|SSL_CERT_FILE|REQUESTS_CA_BUNDLE|[a-zA-Z]+_(proxy|PROXY))=' || true)
# Not chroot: within one the kernel grants no namespaces, and some tests use their own.
inside() {
  (cd "$root" && exec unshare --mount -- sh -c \
    'mount --rbind . . && cd "$PWD" && pivot_root . . && umount --lazy . && exec "$@"' sh \
    /usr/bin/env -i "${settings[@]}" HOME=/root LANG=C.UTF-8 TERM=dumb \
    PATH=/usr/sbin:/usr/bin:/sbin:/bin bash -c "$1")
}

checkout="/home/some one/supple"
mkdir -p "$root/home/some one"
git clone --quiet "$here" "$root$checkout"
inside "dpkg-query -W | wc -l" | sed 's/$/ Debian packages before the first command/'
for command in "$@"; do
  echo "=== bare Debian 12: $command"
  began=$SECONDS
  inside "cd '$checkout' && $command"
  echo "=== done in $((SECONDS - began)) s"
done
