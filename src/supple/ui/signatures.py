"""Puts off what PySide6 loads only to word its errors, and to tell signatures.

WORKAROUND for PYSIDE-2029 and its kin: with its first module PySide6 unpacks and compiles a
library of its own, and has every further import read the source of the module it finds, to see
whether it may use `__feature__`. Supple never does; a third of a bare window's start goes there.
"""

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any, Final

_BOOTSTRAP: Final = "signature_bootstrap"
_MAPPING: Final = "shibokensupport.signature.mapping"


def put_off() -> None:
    """Let PySide6 load that library when it first needs it; in vain once PySide6 is loaded."""
    if "PySide6" not in sys.modules:
        sys.modules[_BOOTSTRAP] = _Bootstrap(_BOOTSTRAP)


class _Bootstrap(ModuleType):
    """The module in which PySide6 runs its start-up code, to call `bootstrap` of it then.

    That answers with this module in place of the library: it has the functions that PySide6 asks
    the library for.
    """

    _library: Any = None

    @property
    def bootstrap(self) -> Callable[[], ModuleType]:
        # PySide6 keeps no reference of its own to the mapping, so it must never be let go.
        mapping = self._mapping = sys.modules[_MAPPING] = ModuleType(_MAPPING)
        vars(mapping)["update_mapping"] = self._update_mapping
        return lambda: self

    def _loaded(self) -> Any:
        if self._library is None:
            self._library = vars(self)["bootstrap"]()
        return self._library

    def _update_mapping(self) -> None:
        """Names in error messages are looked up among the variables of the mapping."""
        mapping = self._loaded().mapping
        mapping.update_mapping()
        vars(self._mapping).update(vars(mapping), update_mapping=self._update_mapping)

    def pyside_type_init(self, *args: object) -> object:
        return self._loaded().pyside_type_init(*args)

    def create_signature(self, *args: object) -> object:
        return self._loaded().create_signature(*args)

    def seterror_argument(self, *args: object) -> object:
        return self._loaded().seterror_argument(*args)

    def make_helptext(self, *args: object) -> object:
        return self._loaded().make_helptext(*args)

    def __getattr__(self, name: str) -> Any:
        """What PySide6 of another version asks the library for besides, as a system may have it."""
        if name.startswith("__") or "bootstrap" not in vars(self):
            raise AttributeError(name)
        return getattr(self._loaded(), name)

    def finish_import(self, module: ModuleType) -> None:
        """Mend nothing: there is no outdated function in the modules of this version."""

    def feature_import(self, *args: object) -> object:
        return self._loaded().feature_import(*args)

    def feature_imported(self, *args: object) -> object:
        return self._loaded().feature_imported(*args)

    def post_init(self) -> None:
        """Leave Python's own import in place."""
