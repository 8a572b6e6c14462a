# Recipe for Nix: callPackage ./package.nix { }. Its grammar is checked; it has not been built yet.
{ lib, python3Packages, espeak-ng, qt6, makeWrapper }:

python3Packages.buildPythonApplication rec {
  pname = "supple";
  version = "0.1.0";
  pyproject = true;
  src = lib.cleanSource ../../..;

  build-system = [ python3Packages.hatchling ];
  nativeBuildInputs = [ makeWrapper qt6.wrapQtAppsHook ];
  dependencies = with python3Packages; [
    pyside6
    pyttsx3
    platformdirs
    msgspec
    tomli
    tomlkit
    icalendar
    jeepney
  ];

  # Nix has the Python files of PySide6-Essentials as pyside6.
  pythonRemoveDeps = [ "PySide6-Essentials" ];
  dontWrapQtApps = true;
  preFixup = ''
    makeWrapperArgs+=("''${qtWrapperArgs[@]}" --prefix LD_LIBRARY_PATH : ${lib.makeLibraryPath [ espeak-ng ]})
  '';
  postInstall = ''
    install -Dm644 packaging/assets/io.github.supple_app.Supple.desktop -t $out/share/applications
    install -Dm644 packaging/assets/io.github.supple_app.Supple.metainfo.xml -t $out/share/metainfo
    install -Dm644 packaging/assets/io.github.supple_app.Supple.mime.xml \
      $out/share/mime/packages/io.github.supple_app.Supple.xml
  '';
  doCheck = false; # needs a display, a sound server and a voice; `make test` sets them up

  meta = {
    description = "Guided stretching for a stiff back: spoken, illustrated, offline";
    license = with lib.licenses; [ gpl3Plus cc-by-sa-40 ];
    platforms = lib.platforms.linux;
    mainProgram = "supple";
  };
}
