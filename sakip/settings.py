"""Settings, top to bottom, from the environment (docs/pengaturan.md). Production is the default."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from sakip import lingkungan

BASE_DIR = Path(__file__).resolve().parent.parent
if "pytest" not in sys.modules:
    lingkungan.baca_env(BASE_DIR / ".env")

# Security ---------------------------------------------------------------------------------------
DEBUG = lingkungan.boolean("SAKIP_DEBUG", False)
SECRET_KEY = lingkungan.teks("SAKIP_RAHASIA")
ALLOWED_HOSTS = lingkungan.daftar("SAKIP_HOST")
HTTPS = lingkungan.boolean("SAKIP_HTTPS", True)
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_TRUSTED_ORIGINS = lingkungan.daftar("SAKIP_ASAL_TEPERCAYA", "")
# A session ends after so many seconds without a request (organisasi.sesi), and with the browser.
SESSION_ENGINE = "organisasi.sesi"
SESSION_COOKIE_AGE = lingkungan.bulat("SAKIP_SESI_DETIK", 2 * 3600, paling_kecil=60)
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "sakip_sesi"
CSRF_COOKIE_NAME = "sakip_csrf"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
JUMLAH_PROKSI = lingkungan.bulat("SAKIP_PROKSI", 0)
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
# Log-in is refused for a while by user name and address: one office often shares one address.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = lingkungan.bulat("SAKIP_MASUK_BATAS", 5, paling_kecil=1)
AXES_COOLOFF_TIME = timedelta(seconds=lingkungan.bulat("SAKIP_MASUK_JEDA_DETIK", 900, paling_kecil=1))
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "sakip.umum.riwayat.alamat_dari"
AXES_LOCKOUT_CALLABLE = "sakip.umum.halaman.terkunci"
AXES_ENABLE_ADMIN = False
OTP_TOTP_ISSUER = "SAKIP"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Applications -----------------------------------------------------------------------------------
INSTALLED_APPS = [
    "sakip.umum.apps.AdminSakipConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "simple_history",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "sakip.umum.apps.UmumConfig",
    "organisasi",
    "renstra",
    "anggaran",
    "kinerja",
    "pelaporan",
]
MIDDLEWARE = [
    "organisasi.middleware.AlamatAsal",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "organisasi.middleware.SesiDiam",
    "organisasi.middleware.WajibMasuk",
    "organisasi.middleware.LangkahMasuk",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "sakip.urls"
WSGI_APPLICATION = "sakip.wsgi.application"
AUTH_USER_MODEL = "organisasi.Pengguna"
LOGIN_URL = "masuk"
LOGIN_REDIRECT_URL = "beranda"
LOGOUT_REDIRECT_URL = "masuk"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "organisasi.bingkai.bingkai",
            ],
        },
    }
]

# Database ---------------------------------------------------------------------------------------
# SQLite with IMMEDIATE and WAL: 8 writers at 200/s without an error (measured; Django's default fails).
DATABASES = {
    "default": lingkungan.basis_data(
        "DATABASE_URL",
        f"sqlite:///{BASE_DIR / 'data' / 'sakip.sqlite3'}",
        {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728; "
                "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=2000; PRAGMA foreign_keys=ON;"
            ),
        },
        BASE_DIR,
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Language: Indonesian, always. No LocaleMiddleware: a browser's language may not change a number. ---
LANGUAGE_CODE = "id"
USE_I18N = True
USE_THOUSAND_SEPARATOR = False
FORMAT_MODULE_PATH = "sakip.formats"
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = lingkungan.zona("SAKIP_ZONA_WAKTU", "Asia/Jakarta")
USE_TZ = True

# Files ------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(lingkungan.teks("SAKIP_STATIC", str(BASE_DIR / "static_terkumpul")))
MEDIA_ROOT = Path(lingkungan.teks("SAKIP_MEDIA", str(BASE_DIR / "media")))  # private: never served by URL
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640

# Long work (organisasi.unggahan): a queue in the database, no other service ------------------------
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
PEKERJA = lingkungan.pilihan("SAKIP_PEKERJA", "otomatis", ("otomatis", "luar"))
PEKERJA_BANYAK = lingkungan.bulat("SAKIP_PEKERJA_BANYAK", 1, paling_kecil=1)
UNGGAHAN_HARI = lingkungan.bulat("SAKIP_UNGGAHAN_HARI", 30, paling_kecil=1)

# Logging: plain lines to standard error ----------------------------------------------------------
LOG = lingkungan.pilihan("SAKIP_LOG", "WARNING", ("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"baris": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "baris"}},
    "root": {"handlers": ["stderr"], "level": LOG},
    # A page that is not for somebody (403, 404) is no fault: only errors are.
    "loggers": {"django.request": {"level": "ERROR"}},
}

# E-mail and reminders (manage.py ingatkan) ---------------------------------------------------------
# Without a host messages are printed: nothing leaves the machine of a demonstration.
EMAIL_HOST = lingkungan.teks("SAKIP_SMTP_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
EMAIL_PORT = lingkungan.bulat("SAKIP_SMTP_PORT", 587, paling_kecil=1)
EMAIL_HOST_USER = lingkungan.teks("SAKIP_SMTP_PENGGUNA", "")
EMAIL_HOST_PASSWORD = lingkungan.teks("SAKIP_SMTP_SANDI", "")
SMTP_AMAN = lingkungan.pilihan("SAKIP_SMTP_AMAN", "starttls", ("starttls", "tls", "tidak"))
EMAIL_USE_TLS, EMAIL_USE_SSL = SMTP_AMAN == "starttls", SMTP_AMAN == "tls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = lingkungan.teks("SAKIP_SMTP_PENGIRIM", "sakip@localhost")
ALAMAT = lingkungan.teks("SAKIP_ALAMAT", "").rstrip("/")
HARI_PERIKSA = lingkungan.bulat("SAKIP_HARI_PERIKSA", 5, paling_kecil=1)
HARI_NASKAH = lingkungan.bulat("SAKIP_HARI_NASKAH", 9, paling_kecil=1)
HARI_AJUKAN = lingkungan.bulat("SAKIP_HARI_AJUKAN", 6, paling_kecil=1)
