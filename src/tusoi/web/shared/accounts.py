"""Tài khoản: nobody signs up alone; accounts come from an invitation with a one-time link."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.http import HttpRequest

WRONG_CODE = "Mã xác thực chưa đúng hoặc đã hết hạn. Xin nhập mã đang hiện trên ứng dụng."


class ClosedAccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Tài khoản này đã ngừng sử dụng.",
        "enter_current_password": "Mật khẩu hiện tại chưa đúng.",
        "incorrect_code": WRONG_CODE,
        "incorrect_password": "Mật khẩu chưa đúng.",
        "invalid_password_reset": "Đường dẫn đặt lại mật khẩu không còn hiệu lực.",
        "rate_limited": "Đã gửi quá nhiều yêu cầu. Xin chờ ít phút rồi thử lại.",
        "too_many_login_attempts": "Đã nhập sai nhiều lần. Xin chờ ít phút rồi thử lại.",
        "unknown_email": "Không có tài khoản nào dùng địa chỉ thư điện tử này.",
        "username_password_mismatch": "Tên đăng nhập hoặc mật khẩu chưa đúng.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class TwoStepAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "unverified_email": "Cần xác nhận địa chỉ thư điện tử trước khi bật xác thực hai lớp.",
    }


class PasswordLength(MinimumLengthValidator):
    """Độ dài mật khẩu: the framework's own sentence exists only in English."""

    def get_error_message(self) -> str:
        return f"Mật khẩu quá ngắn: cần ít nhất {self.min_length} ký tự."

    def get_help_text(self) -> str:
        return f"Mật khẩu cần ít nhất {self.min_length} ký tự."
