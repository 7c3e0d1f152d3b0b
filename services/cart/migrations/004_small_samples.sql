select sample_less('{carts, cart_lines, checkouts, promotion_redemptions}');
