"""Địa chỉ: one that no page of the product makes is answered as a bad request, before anything reads it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest

NUL = "%00"


class PlainAddressMiddleware:
    """The database holds no NUL, so no list can be searched or filtered by one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if NUL in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest(
                "Địa chỉ có ký tự không hợp lệ. Mở lại trang từ trình đơn.",
                content_type="text/plain; charset=utf-8",
            )
        return self.get_response(request)
