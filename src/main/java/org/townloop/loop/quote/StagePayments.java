package org.townloop.loop.quote;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.AgreedOrders;
import org.townloop.loop.checkout.AgreedPayment;
import org.townloop.supply.offer.Offers;

/** What is paid with a stage of a quotation, if it is paid now. */
@Component
class StagePayments {

    private final Offers offers;
    private final Regions regions;
    private final Clock clock;

    StagePayments(Offers offers, Regions regions, Clock clock) {
        this.offers = offers;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * The first takes the people; what is paid once the work has begun is for what is still to come. What is due when it
     * is done falls due once the stage before was had, and is for what was had, however early they were done.
     */
    AgreedPayment of(QuoteRequest request, Work work, Stage stage) {
        var zone = regions.get(request.id().region()).zone();
        var now = clock.instant();
        var start = work.start().isAfter(now) ? work.start() : now;
        var isOver = stage.due() == Due.WHEN_DONE || !work.end(zone).isAfter(now);
        return new AgreedPayment(
                request.resident(),
                offers.get(request.offer(), request.offerVersion()),
                title(request, stage),
                stage.amount(),
                start,
                isOver ? start.plus(AgreedOrders.KEPT) : work.end(zone),
                work.people(),
                stage.number() == 1 ? work.times(zone) : List.of(),
                isOver);
    }

    private static Words title(QuoteRequest request, Stage stage) {
        return Words.of(
                request.title().in(Locale.ENGLISH) + ": " + stage.name(),
                request.title().in(Locale.SIMPLIFIED_CHINESE) + "：" + stage.name());
    }
}
