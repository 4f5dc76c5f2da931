/**
 * What an expert would write by hand in DuckDB for the same figures: every process measured, by
 * unit and month, with sums, percentiles, shares inside, what is open, and minutes against
 * capacity. Same projected columns, same aggregates; no product code.
 */
export const HAND_WRITTEN: readonly string[] = [
  `
select r.unit, date_trunc('month', r.opened_at_local)::date as month, r.process,
       count(*) filter (where measured) as n,
       sum(d) filter (where measured) as duration,
       sum(l) filter (where measured) as limits,
       count(*) filter (where measured and d <= l) as inside,
       count(*) filter (where r.closed_at is null and counts) as open,
       count(*) filter (where r.closed_at is null and counts and cut - epoch_us(r.opened_at) > l) as open_past,
       quantile_cont(case when measured then d end, [0.5, 0.9]) as percentiles,
       count(*) filter (where crosses) as crosses,
       sum(r.handling_min) filter (where a.schedule is not null) as minutes,
       count(*) filter (where a.schedule is not null) as attended,
       count(*) filter (where a.schedule is null) as without_schedule
  from (select *, epoch_us(closed_at) - epoch_us(opened_at) as d,
               case process when 'actualizacion-datos' then 172800000000 when 'prestamo-inmediato' then 172800000000
                            when 'entrega-pin' then 360000000 when 'debito-automatico' then 86400000000 end as l,
               process = 'entrega-pin' and opened_at_local::date <> closed_at_local::date as crosses,
               case process when 'prestamo-inmediato' then outcome = 'aprobado' and status <> 'anulado'
                            else status <> 'anulado' end as counts,
               closed_at is not null and counts and crosses is not true as measured,
               (select epoch_us(max(closed_at)) from requests) as cut
          from requests
         where opened_at_local >= timestamp '2010-07-01' and opened_at_local < timestamp '2012-07-01') r
  left join assignments a on a.person = r.person and r.opened_at_local::date between a.from_date and a.to_date
 group by all`,
  `select unit, date_trunc('month', date)::date as month, sum(minutes) as capacity, count(distinct person) as people
     from capacity where date >= date '2010-07-01' and date < date '2012-07-01' group by all`,
  `select unit, date_trunc('month', issued_at_local)::date as month, sum(coalesce(quantity, 1)) as issued,
          sum(coalesce(quantity, 1)) filter (where delivered) as delivered
     from deliveries where issued_at_local >= timestamp '2010-07-01' and issued_at_local < timestamp '2012-07-01' group by all`,
  `select unit, date_trunc('month', issued_at_local)::date as month, sum(coalesce(quantity, 1)) as issued
     from cards where issued_at_local >= timestamp '2010-07-01' and issued_at_local < timestamp '2012-07-01' group by all`,
  `select unit, date_trunc('month', received_at_local)::date as month,
          sum(coalesce(quantity, 1)) filter (where reason = 'tarjeta-no-activada') as claims
     from complaints where received_at_local >= timestamp '2010-07-01' and received_at_local < timestamp '2012-07-01' group by all`,
];
