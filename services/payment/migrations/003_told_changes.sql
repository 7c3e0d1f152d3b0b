comment on column orders."version" is 'How many changes of its payments the order was told of by an event.';
