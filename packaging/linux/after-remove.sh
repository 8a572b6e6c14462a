#!/bin/sh
# Runs when the Debian package goes: what belongs to the users stays, and is named.
case "$1" in
remove | purge)
  echo "Supple is removed. Your history and routines stay in ~/.local/share/supple,"
  echo "your settings in ~/.config/supple. Delete these folders to delete everything."
  ;;
esac
