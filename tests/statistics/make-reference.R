# Reference values of tests/statistics, by R 4.2.2 (Debian 12), base packages alone.
#
#     Rscript tests/statistics/make-reference.R > tests/statistics/reference-r.json
#
# The tests read the JSON; R is not needed to run them.
show <- function(x) paste0("[", paste(format(x, digits = 17, trim = TRUE), collapse = ", "), "]")
before <- c(72.1, 65.3, 80.2, 70.8, 74.4, 69.9, 77.7, 71.2)
after <- c(12.4, 13.1, 11.2, 15.8, 12.2, 9.9, 12.6)
welch <- t.test(after, before)
pairs <- t.test(after, before[1:7], paired = TRUE)
half <- function(n, q) c(qbinom(0.025, n, q), qbinom(0.975, n, q) + 1)
covers <- function(n, q, at) pbinom(at[2] - 1, n, q) - pbinom(at[1] - 1, n, q)
# Months by where they stood on the same day, for the line of the forecast.
stood <- c(40, 44, 38, 47, 41, 50, 43, 39)
closed <- c(96, 104, 93, 109, 99, 117, 100, 97)
line <- predict(lm(closed ~ stood), data.frame(stood = 46), interval = "prediction", level = 0.8)
tables <- list(c(3, 1, 1, 3), c(0, 20, 5, 20), c(18, 2, 20, 0), c(1, 9, 11, 3))
events <- list(c(20, 20, 40, 20), c(9, 12, 3, 10), c(4, 6, 0, 5))
cat("{\n")
cat(' "welch":', show(c(welch$conf.int, welch$p.value, welch$parameter)), ",\n")
cat(' "paired":', show(c(pairs$estimate, pairs$conf.int, pairs$p.value)), ",\n")
cat(' "fisher":', paste0("[", paste(sapply(tables, function(t)
  show(c(t, fisher.test(matrix(t, 2, byrow = TRUE))$p.value))), collapse = ", "), "],\n"))
cat(' "poisson":', paste0("[", paste(sapply(events, function(e)
  show(c(e, poisson.test(e[c(1, 3)], e[c(2, 4)])$p.value))), collapse = ", "), "],\n"))
cat(' "places":', paste0("[", paste(sapply(list(c(10, 0.5), c(20, 0.5), c(101, 0.5), c(100, 0.95), c(1000, 0.9)),
  function(v) { at <- half(v[1], v[2]); show(c(v, at, covers(v[1], v[2], at))) }), collapse = ", "), "],\n"))
cat(' "line":', show(line), ",\n")
cat(' "facts_needed":', show(c(power.prop.test(p1 = 0.8, p2 = 0.85, power = 0.8, tol = 1e-12)$n,
  power.prop.test(p1 = 0.1, p2 = 0.04, power = 0.9, tol = 1e-12)$n)), ",\n")
cat(' "prop_test":', show(c(30, 60, 15, 50, prop.test(c(15, 30), c(50, 60), correct = FALSE)$p.value)), ",\n")
d2 <- sapply(2:5, function(n) integrate(function(x) 1 - pnorm(x)^n - (1 - pnorm(x))^n, -Inf, Inf,
  rel.tol = 1e-13)$value)
c4 <- sapply(2:5, function(n) sqrt(2 / (n - 1)) * exp(lgamma(n / 2) - lgamma((n - 1) / 2)))
# scipy 1.10.1 gives 636.6192494 for the first of 0.9995, which is 1 / tan(pi / 2000) = 636.6192488.
quantiles <- expand.grid(p = c(1e-6, 0.025, 0.4, 0.9, 0.975, 0.9995), v = c(1, 2.5, 7.31, 30, 400.5, 1e6))
cat(' "student_quantile":', paste0("[", paste(apply(quantiles, 1, function(q)
  show(c(q, qt(q[1], q[2])))), collapse = ", "), "],\n"))
cat(' "d2":', show(d2), ",\n")
cat(' "c4":', show(c4), "\n}\n")
