-- by nothing

-- deliveries, 2011-06-01 .. 2011-07-01: efectividad-actualizacion-datos
with population as (
  select r.delivered,
         coalesce(r.quantity, 1) as quantity
    from deliveries r
   where r.issued_at_local >= timestamp '2011-06-01'
   and r.issued_at_local < timestamp '2011-07-01'
),
totals as (
  select coalesce(sum(quantity), 0) as total_1,
         coalesce(sum(quantity) filter (where delivered = true), 0) as total_2
    from population
)
select *
  from totals;

-- by unit

-- deliveries, 2011-06-01 .. 2011-07-01: efectividad-actualizacion-datos
with population as (
  select r.delivered,
         coalesce(r.quantity, 1) as quantity,
         r.unit
    from deliveries r
   where r.issued_at_local >= timestamp '2011-06-01'
   and r.issued_at_local < timestamp '2011-07-01'
),
totals as (
  select unit as key_1,
         coalesce(sum(quantity), 0) as total_1,
         coalesce(sum(quantity) filter (where delivered = true), 0) as total_2
    from population
   group by key_1
)
select key_1::varchar as dim_1, * exclude (key_1)
  from totals;
