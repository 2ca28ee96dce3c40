"""Quy định riêng của kế hoạch: what the plan rules for itself, sentence by sentence."""
