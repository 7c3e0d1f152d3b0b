-- PostgreSQL 18 has uuidv7(); on 17 each database gets one of its own: RFC 9562, with 12 bits of a millisecond's fraction.
do $$
begin
  if to_regprocedure('uuidv7()') is null then
    create function uuidv7() returns uuid language sql volatile parallel safe as $body$
      select encode(
        set_byte(
          set_byte(
            overlay(uuid_send(gen_random_uuid()) placing substring(int8send(floor(at)::bigint) from 3) from 1 for 6),
            6, 112 + (floor((at - floor(at)) * 4096)::integer >> 8)
          ),
          7, floor((at - floor(at)) * 4096)::integer & 255
        ), 'hex')::uuid
      from (select extract(epoch from clock_timestamp()) * 1000 as at) now
    $body$;
  end if;
end $$;
