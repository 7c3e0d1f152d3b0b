select sample_less('{reservations, reservationLines, stockMovements}');
