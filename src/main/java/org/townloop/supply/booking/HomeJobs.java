package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** What is done at residents' homes, for those who go there and those who wait for them. */
@Component
public class HomeJobs {

    private static final int MOST_OF_A_DAY = 500;
    private static final Duration YESTERDAY = Duration.ofDays(1);

    private final Jobs jobs;
    private final Regions regions;
    private final Clock clock;

    HomeJobs(Jobs jobs, Regions regions, Clock clock) {
        this.jobs = jobs;
        this.regions = regions;
        this.clock = clock;
    }

    /** Those of a local day, by time, held ones too. */
    public List<Job> day(PlaceId place, LocalDate day) {
        var zone = regions.get(place.region()).zone();
        return jobs.at(
                place,
                new TimeSpan(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant()),
                MOST_OF_A_DAY);
    }

    /** Whether anybody goes to homes from there, since yesterday or in the days to come. */
    public boolean isSentFrom(PlaceId place) {
        return !jobs.placesWithJobs(List.of(place), clock.instant().minus(YESTERDAY))
                .isEmpty();
    }

    /** Of each of the orders that is done at a home; the others are not there. */
    public Map<UUID, Job> of(Collection<UUID> orders) {
        return orders.isEmpty()
                ? Map.of()
                : jobs.of(orders).stream().collect(Collectors.toMap(Job::order, job -> job, (first, other) -> first));
    }

    /** Somebody says that they are on their way; the first word counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean setOut(Job job) {
        return jobs.setOut(job.order(), job.line(), clock.instant());
    }
}
