package org.townloop.supply.offer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;

/** Takes ads down whose last day is over. */
@Component
public class EndedAds {

    private final OnSale onSale;
    private final Regions regions;
    private final Clock clock;

    EndedAds(OnSale onSale, Regions regions, Clock clock) {
        this.onSale = onSale;
        this.regions = regions;
        this.clock = clock;
    }

    /** By the clock of the region in which each of them stands. */
    @Transactional
    public void takeDown() {
        onSale.stopAdsUntil(regions.all().stream()
                .collect(Collectors.toMap(Region::id, region -> LocalDate.ofInstant(clock.instant(), region.zone()))));
    }
}
