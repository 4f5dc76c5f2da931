-- by nothing

-- requests, 2011-06-01 .. 2011-07-01: plazo-prestamo-inmediato
with population as (
  select r.closed_at,
         r.closed_at_local,
         r.closed_at_work,
         r.opened_at,
         r.opened_at_local,
         r.opened_at_work,
         r.outcome,
         r.process,
         r.status
    from requests r
   where r.opened_at_local >= timestamp '2011-06-01'
   and r.opened_at_local < timestamp '2011-07-01'
),
classification as (
  select *,
         case when process = 'prestamo-inmediato' then 1 end::utinyint as indicator
    from population
),
measurement as (
  select *,
         (epoch_us(closed_at) - epoch_us(opened_at)) as measure,
         172800000000 as limit_value
    from classification
),
judgement as (
  select *,
         case when ((outcome = 'aprobado' and (status is null or status is distinct from 'anulado'))) is not true then 3
              when closed_at is null then case when (epoch_us(make_timestamp(1309465080000000)) - epoch_us(opened_at)) > limit_value then 2 else 1 end
              when measure is null then 4 else 0 end::utinyint as state
    from measurement
),
grain as (
  select indicator,
         state,
         count(*) as facts,
         count(*) filter (where measure <= limit_value) as inside,
         count(*) filter (where limit_value is not null) as limited,
         quantile_cont(measure, [0.5, 0.9]) as percentiles,
         min(limit_value) as least_limit,
         max(limit_value) as greatest_limit,
         sum(measure) as value_1,
         sum(limit_value) as value_2
    from judgement
   where indicator is not null
   group by indicator, state
)
select * exclude (percentiles), percentiles[1] as p50, percentiles[2] as p90
  from grain;

-- by unit

-- requests, 2011-06-01 .. 2011-07-01: plazo-prestamo-inmediato
with population as (
  select r.closed_at,
         r.closed_at_local,
         r.closed_at_work,
         r.opened_at,
         r.opened_at_local,
         r.opened_at_work,
         r.outcome,
         r.process,
         r.status,
         r.unit
    from requests r
   where r.opened_at_local >= timestamp '2011-06-01'
   and r.opened_at_local < timestamp '2011-07-01'
),
classification as (
  select *,
         case when process = 'prestamo-inmediato' then 1 end::utinyint as indicator
    from population
),
measurement as (
  select *,
         (epoch_us(closed_at) - epoch_us(opened_at)) as measure,
         172800000000 as limit_value
    from classification
),
judgement as (
  select *,
         case when ((outcome = 'aprobado' and (status is null or status is distinct from 'anulado'))) is not true then 3
              when closed_at is null then case when (epoch_us(make_timestamp(1309465080000000)) - epoch_us(opened_at)) > limit_value then 2 else 1 end
              when measure is null then 4 else 0 end::utinyint as state
    from measurement
),
grain as (
  select unit as key_1,
         indicator,
         state,
         count(*) as facts,
         count(*) filter (where measure <= limit_value) as inside,
         count(*) filter (where limit_value is not null) as limited,
         quantile_cont(measure, [0.5, 0.9]) as percentiles,
         min(limit_value) as least_limit,
         max(limit_value) as greatest_limit,
         sum(measure) as value_1,
         sum(limit_value) as value_2
    from judgement
   where indicator is not null
   group by key_1, indicator, state
)
select key_1::varchar as dim_1, * exclude (key_1, percentiles), percentiles[1] as p50, percentiles[2] as p90
  from grain;
