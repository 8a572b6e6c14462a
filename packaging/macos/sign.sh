#!/usr/bin/env bash
# Signs Supple.app, has it notarised, and packs it as a disk image.
#
#   IDENTITY="Developer ID Application: ..." PROFILE=supple packaging/macos/sign.sh
#
# PROFILE names the credentials that `xcrun notarytool store-credentials` keeps.
set -euo pipefail

here=$(cd "$(dirname "$0")/../.." && pwd)
app=$here/build/packages/bundle/Supple.app
dist=$here/build/packages/dist
: "${IDENTITY:?the name of the signing certificate}"
: "${PROFILE:?the name of the stored credentials}"

version=$(/usr/libexec/PlistBuddy -c "Print CFBundleShortVersionString" "$app/Contents/Info.plist")
image=$dist/supple-$version-macos.dmg

# The libraries first, the program last: a signature covers what lies below it.
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 |
  xargs -0 codesign --force --options runtime --timestamp --sign "$IDENTITY"
codesign --force --options runtime --timestamp \
  --entitlements "$here/packaging/macos/entitlements.plist" --sign "$IDENTITY" "$app"
codesign --verify --deep --strict "$app"

hdiutil create -volname Supple -srcfolder "$app" -ov -format UDZO "$image"
xcrun notarytool submit "$image" --keychain-profile "$PROFILE" --wait
xcrun stapler staple "$image"
