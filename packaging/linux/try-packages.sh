#!/usr/bin/env bash
# Tries the built packages the way a user gets them, in a bare Debian 12 of their own.
#
#   sudo packaging/linux/try-packages.sh
#
# Wants the packages of `make packages`; makes the bare root with debootstrap where bare-debian.sh has
# not packed one. Checks the desktop files and recipes with their linters, installs the .deb, plays a
# session whose voice is recorded, opens the window from the desktop entry under Xvfb, goes up from an
# older package with an older history, unpacks the archive, removes the package, and looks that the
# user's data stays.
set -euo pipefail

base=${SUPPLE_BARE_BASE:-/var/tmp/supple-bare-debian-12.tar}
here=$(cd "$(dirname "$0")/../.." && pwd)
built=$here/build/packages
ident=io.github.supple_app.Supple

if [[ $(id -u) != 0 || ! -d $built/dist ]]; then
  echo "try-packages.sh must be started as root, after \`make packages\`." >&2
  exit 2
fi
[[ -f $base ]] || "$here/packaging/linux/bare-debian.sh" true
# In mount and process namespaces of its own nothing stays mounted and no process stays behind.
if [[ -z ${SUPPLE_TRY_INSIDE:-} ]]; then
  SUPPLE_TRY_INSIDE=1 exec unshare --mount --propagation private --pid --fork --kill-child -- "$0" "$@"
fi

share=$built/files/share
desktop-file-validate "$share/applications/$ident.desktop"
appstreamcli validate --no-net "$share/metainfo/$ident.metainfo.xml"
(cd "$built/dist" && sha256sum --check --quiet SHA256SUMS)

work=$(mktemp -d /var/tmp/supple-try.XXXXXX)
root=$work/root
mkdir "$root"
cleanup() {
  [[ $$ != 1 ]] || kill -KILL -- -1 2>/dev/null || true # what still runs in this process namespace
  grep -oE " ${work}[^ ]*" /proc/self/mounts | sort -r | xargs -r -n 1 umount --lazy || true
  rm -rf --one-file-system "$work"
}
trap cleanup EXIT
tar -C "$root" -xf "$base"
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm" "$root/tmp/.X11-unix"
mount -t tmpfs tmpfs "$root/dev/shm"

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
cp "$built"/dist/*.deb "$root/tmp/supple.deb"
cp "$built"/older/*.deb "$root/tmp/older.deb"
cp "$built"/dist/*.tar.xz "$root/tmp/supple.tar.xz"
cp "$here"/tests/data/db/*.db "$root/tmp/" # a history of each earlier form

mapfile -t settings < <(env | grep -E '^(SSL_CERT_FILE|[a-zA-Z]+_(proxy|PROXY))=' || true)
inside() {
  echo "=== $1"
  chroot "$root" /usr/bin/env -i "${settings[@]}" HOME=/root LANG=C.UTF-8 TERM=dumb \
    DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin bash -euo pipefail -c "$1"
}

inside "apt-get -qq update"
inside "apt-get -qq install --no-install-recommends /tmp/older.deb >/tmp/apt.log 2>&1 || (cat /tmp/apt.log; false)"
inside "dpkg-query --show supple; supple --version; supple play desk-break-2 --speed 100 --no-voice | tail -n 1"
inside "apt-get -qq install --no-install-recommends /tmp/supple.deb >/tmp/apt.log 2>&1 || (cat /tmp/apt.log; false)
  dpkg-query --show supple; supple doctor; supple history | tail -n 1"
inside "for old in /tmp/*.db; do
    mkdir -p /tmp/home; cp \$old /tmp/home/supple.db
    SUPPLE_HOME=/tmp/home supple history --json >/dev/null && echo \$old opens; rm -r /tmp/home
  done"
inside "apt-get -qq install --no-install-recommends pulseaudio pulseaudio-utils xz-utils >/tmp/apt.log 2>&1 || (cat /tmp/apt.log; false)"
inside "export XDG_RUNTIME_DIR=/tmp/run; mkdir -m 700 \$XDG_RUNTIME_DIR
  pulseaudio -n --daemonize=yes --exit-idle-time=-1 --load=module-null-sink --load=module-native-protocol-unix 2>/dev/null
  timeout 25 parec --device=null.monitor --raw >/tmp/heard.raw & recording=\$!
  sleep 1; (timeout 20 supple play desk-break-2 || true) | tail -n 1; wait \$recording || true
  loud=\$(od -An -v -t d2 -w2 /tmp/heard.raw | awk '\$1 > 1000 || \$1 < -1000' | wc -l)
  echo \"loud samples heard: \$loud\"; test \$loud -gt 10000
  pulseaudio --kill"
inside "mkdir /usr/local/supple; tar -C /usr/local/supple --strip-components=1 -xf /tmp/supple.tar.xz; /usr/local/supple/supple --version; rm -r /usr/local/supple"
inside "apt-get -qq install --no-install-recommends xvfb xauth xdotool libgtk-3-bin dbus >/tmp/apt.log 2>&1 || (cat /tmp/apt.log; false)"
# Displays are found through the network namespace, which is not its own: a number nobody else has.
inside "dbus-run-session -- xvfb-run -a -n $((1000 + RANDOM)) bash -euc '
  gtk-launch $ident
  timeout 60 xdotool search --sync --onlyvisible --name Supple >/tmp/windows
  echo a window is open: && xdotool getwindowname \$(head -n 1 /tmp/windows)
  QT_QPA_PLATFORM=xcb supple doctor | grep -A 1 Display
'"
inside "apt-get -qq install --reinstall /tmp/supple.deb >/tmp/apt.log 2>&1; supple history | tail -n 1"
inside "apt-get remove --yes supple >/tmp/apt.log 2>&1; grep 'history and routines stay' /tmp/apt.log; ! command -v supple; test ! -e /usr/lib/supple"
inside "ls /root/.local/share/supple"
