select sample_less('{orders, order_lines, order_moves, checkouts, documents}');
