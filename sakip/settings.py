"""Settings, top to bottom, from the environment (docs/pengaturan.md). Production is the default."""

from __future__ import annotations

import sys
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
SESSION_COOKIE_AGE = lingkungan.bulat("SAKIP_SESI_DETIK", 8 * 3600, paling_kecil=60)
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
    "sakip.umum.apps.UmumConfig",
    "organisasi",
    "renstra",
    "anggaran",
    "kinerja",
    "pelaporan",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
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

# Logging: plain lines to standard error ----------------------------------------------------------
LOG = lingkungan.pilihan("SAKIP_LOG", "WARNING", ("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"baris": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "baris"}},
    "root": {"handlers": ["stderr"], "level": LOG},
}
