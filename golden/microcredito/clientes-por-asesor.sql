-- by unit

-- portfolio, 2021-03-01 .. 2021-04-01: clientes-por-asesor
with population as (
  select r._flags,
         r.active,
         r.unit
    from portfolio r
   where r.month_end >= date '2021-03-01'
   and r.month_end < date '2021-04-01'
),
totals as (
  select unit as key_1,
         count(*) filter (where active = true) as total_1
    from population
   group by key_1
)
select key_1::varchar as dim_1, * exclude (key_1)
  from totals;

-- advisers, 2021-03-01 .. 2021-04-01: clientes-por-asesor
with population as (
  select r.unit
    from advisers r
   where r.month_end >= date '2021-03-01'
   and r.month_end < date '2021-04-01'
),
totals as (
  select unit as key_1,
         count(*) as total_1
    from population
   group by key_1
)
select key_1::varchar as dim_1, * exclude (key_1)
  from totals;
