"""All settings, read from PHONGTRAO_* variables; docs/reference/settings.md lists them."""

from pathlib import Path

from csp.constants import NONE, SELF

from phongtrao.config import environment as env

PACKAGE_DIR = Path(__file__).resolve().parent.parent
ROOT_DIR = PACKAGE_DIR.parent.parent
DATA_DIR = env.data_dir(ROOT_DIR)

DEBUG = env.flag("PHONGTRAO_DEBUG", default=False)
DEMO = env.flag("PHONGTRAO_DEMO", default=False)
SECRET_KEY = env.secret_key(DATA_DIR)
ALLOWED_HOSTS = env.words("PHONGTRAO_ALLOWED_HOSTS", default="localhost,127.0.0.1,[::1]")
# Files are served from a name of their own, without cookies; empty: from the pages' name.
FILES_HOST = env.files_host("PHONGTRAO_FILES_HOST", taken=ALLOWED_HOSTS)
if FILES_HOST:
    ALLOWED_HOSTS = [*ALLOWED_HOSTS, FILES_HOST.partition(":")[0]]
CSRF_TRUSTED_ORIGINS = env.origins("PHONGTRAO_TRUSTED_ORIGINS")
HTTPS = env.flag("PHONGTRAO_HTTPS", default=False)
UPLOAD_LIMIT_MB = env.number("PHONGTRAO_UPLOAD_LIMIT_MB", default=25, least=1)
# The general path of figures runs on this cluster; empty: in DuckDB, in the process itself.
SPARK_MASTER = env.spark_master("PHONGTRAO_SPARK_MASTER")

INSTALLED_APPS = [
    "phongtrao.core",
    "phongtrao.org",
    "phongtrao.intake",
    "phongtrao.planning",
    "phongtrao.fieldwork.register",
    "phongtrao.fieldwork.exemplars",
    "phongtrao.fieldwork.events",
    "phongtrao.fieldwork.forums",
    "phongtrao.fieldwork.funds",
    "phongtrao.fieldwork.coreforce",
    "phongtrao.fieldwork.grassroots",
    "phongtrao.fieldwork.meetings",
    "phongtrao.fieldwork.outreach",
    "phongtrao.fieldwork.training",
    "phongtrao.fieldwork.weeks",
    "phongtrao.reporting",
    "phongtrao.analytics",
    "phongtrao.oversight",
    "phongtrao.publishing",
    "phongtrao.portal",
    "phongtrao.api",
    "phongtrao.cli",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "phongtrao.core.http.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "phongtrao.core.files.FilesHostMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "phongtrao.core.http.LanguageMiddleware",
    "phongtrao.core.uploads.crowd.CrowdMiddleware",
    "phongtrao.core.http.PageCompressionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "phongtrao.org.sign_in.SessionLimitsMiddleware",
    "phongtrao.org.middleware.ActorMiddleware",
    "phongtrao.core.http.DomainErrorMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "phongtrao.config.urls"
WSGI_APPLICATION = "phongtrao.config.wsgi.application"
TEMPLATES = [
    {
        "NAME": "jinja2",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "phongtrao.core.ui.environment",
            "autoescape": True,
            "auto_reload": DEBUG,
        },
    },
    {
        "NAME": "django",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": env.database(DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "org.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "phongtrao.org.sign_in.AccountBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["username", "full_name"]},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "phongtrao.org.sign_in.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_USER_DISPLAY = "phongtrao.org.sign_in.display_name"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "phongtrao"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours; security.md AB-1: nobody honest is locked out over 15 minutes
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "phongtrao.org.sign_in.locked_out"
AXES_IPWARE_PROXY_COUNT = env.number("PHONGTRAO_PROXY_COUNT", default=0, most=10)

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE_DIR / "locale", PACKAGE_DIR / "config" / "locale_vendor"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = ["phongtrao.config.formats"]
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = env.made(DATA_DIR / "static")
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "phongtrao.config.finders.NpmFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if env.flag("PHONGTRAO_COLLECTED_STATIC", default=False):
    STORAGES["staticfiles"] = {"BACKEND": "phongtrao.config.storage.ManifestStorage"}
else:
    WHITENOISE_USE_FINDERS = True
    WHITENOISE_AUTOREFRESH = DEBUG
NODE_MODULES_DIR = ROOT_DIR / "node_modules"
GUIDES_DIR = ROOT_DIR / "docs" / "guide"
# What `make guide` has made of them: Word, PDF and the pictures; it may be missing.
GUIDE_FILES_DIR = ROOT_DIR / "guide"
FILES_DIR = DATA_DIR / "files"
MEDIA_ROOT = FILES_DIR
# What is being sent and read; emptied of what a killed process left (core.jobs).
FILE_UPLOAD_TEMP_DIR = env.made(DATA_DIR / "tmp")
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "phongtrao.core.http.csrf_failure"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
        "base-uri": [SELF],
        "object-src": [NONE],
    }
}

# Calls of one access token to the REST door in each web process.
API_CALLS_A_MINUTE = env.number("PHONGTRAO_API_CALLS_A_MINUTE", default=600, least=1)

# What the scheduler enqueues; the only list of its kind.
JOB_SCHEDULE = "phongtrao.config.schedule.SCHEDULE"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
LOGGING_CONFIG = "phongtrao.core.logs.configure"
LOGGING = {
    "level": env.choice(
        "PHONGTRAO_LOG_LEVEL", default="INFO", among=("DEBUG", "INFO", "WARNING", "ERROR")
    )
}
SILENCED_SYSTEM_CHECKS = [
    # HTTPS is ended in front of us; its settings follow PHONGTRAO_HTTPS.
    "security.W004",
    "security.W008",
    "security.W012",
    "security.W016",
    "security.W018",
]
