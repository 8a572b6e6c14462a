; The installer for Windows, for one user and without administrator rights.
;   makensis -DVERSION=0.1.0 -DBUNDLE=build\packages\bundle\supple -DOUT=build\packages\dist packaging\windows\supple.nsi
; Removing the program leaves the user's history where it is, and says where.
Unicode true
!include MUI2.nsh

!define IDENT "io.github.supple_app.Supple"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${IDENT}"

Name "Supple"
OutFile "${OUT}/supple-${VERSION}-windows-x86_64.exe"
InstallDir "$LOCALAPPDATA\Programs\Supple"
InstallDirRegKey HKCU "Software\${IDENT}" "folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Supple"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Supple"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Supple contributors, GPL-3.0-or-later"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString KEPT ${LANG_ENGLISH} "Your history stays in %LOCALAPPDATA%\supple."
LangString KEPT ${LANG_GERMAN} "Dein Verlauf bleibt in %LOCALAPPDATA%\supple."
LangString OPEN ${LANG_ENGLISH} "Please close Supple first, also in the tray."
LangString OPEN ${LANG_GERMAN} "Bitte beende zuerst Supple, auch im Infobereich."

Section
  ; A running program holds its own file: nothing is replaced by halves.
  IfFileExists "$INSTDIR\supple-gui.exe" 0 fresh
  ClearErrors
  FileOpen $0 "$INSTDIR\supple-gui.exe" a
  IfErrors 0 closed
    MessageBox MB_OK|MB_ICONINFORMATION "$(OPEN)"
    Abort
  closed:
  FileClose $0
  RMDir /r "$INSTDIR\_internal"
  fresh:
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Supple.lnk" "$INSTDIR\supple-gui.exe"
  WriteRegStr HKCU "Software\${IDENT}" "folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Supple"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\supple-gui.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Supple contributors"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\Supple.lnk"
  DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "Supple"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\supple.exe"
  Delete "$INSTDIR\supple-gui.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\${IDENT}"
  DetailPrint "$(KEPT)"
SectionEnd
