"""The one admin site."""

from django.contrib.admin import AdminSite


class SitusAdmin(AdminSite):
    """Admin of SAKIP: same band, menu and look as the pages of the report."""

    site_title = "SAKIP"
    site_header = "SAKIP"
    index_title = "Data"
    enable_nav_sidebar = False
