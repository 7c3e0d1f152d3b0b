select sample_less('{messages}');
