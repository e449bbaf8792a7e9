"""Sessions that end after a time without a request (``SESSION_ENGINE``), and what they know of a login.

Reading a page may not write at every request, and renewing may not overwrite what another request of the
same person just stored: only the end of the row moves, at most once a minute.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends import db
from django.dispatch import receiver
from django.utils import timezone

JEDA_PERPANJANGAN = datetime.timedelta(minutes=1)
KUNCI_PERANGKAT = "perangkat_dua_langkah"


class SessionStore(db.SessionStore):
    """Sessions in the database whose end moves while they are used."""

    _berakhir: datetime.datetime | None = None

    def load(self) -> dict[str, Any]:
        """Read the data, and remember when the row ends."""
        baris = self._get_session_from_db()  # type: ignore[attr-defined]
        self._berakhir = baris.expire_date if baris else None
        return self.decode(baris.session_data) if baris else {}

    def perpanjang(self) -> bool:
        """Move the end of a session that is in use; True when the row was written.

        The idle limit is ``SESSION_COOKIE_AGE`` seconds. A session that this request changed is saved by
        Django itself, with its end.
        """
        if self._berakhir is None or self.session_key is None or self.modified:
            return False
        akhir = timezone.now() + datetime.timedelta(seconds=self.get_session_cookie_age())
        if akhir - self._berakhir < JEDA_PERPANJANGAN:
            return False
        self.model.objects.filter(session_key=self.session_key).update(expire_date=akhir)
        self._berakhir = akhir
        return True


@receiver(user_logged_in, dispatch_uid="sakip.sesi.perangkat")
def catat_perangkat(sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
    """Remember with the session whether a code is due, so that no later request has to ask.

    Turning two-step login on or off ends all other sessions of the person, so the note stays true.
    """
    from organisasi.dua_langkah import punya_perangkat

    request.session[KUNCI_PERANGKAT] = punya_perangkat(user)
