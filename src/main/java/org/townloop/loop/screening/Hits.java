package org.townloop.loop.screening;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.OfferId;
import tools.jackson.databind.json.JsonMapper;

/** Makes the hits of one page. */
@Component
class Hits {

    private static final int SLOTS = 3;
    private static final Set<String> CARD = Set.of(Fields.CARD);

    private final Availability availability;
    private final ReputationSource reputations;
    private final JsonMapper json;

    Hits(Availability availability, ReputationSource reputations, JsonMapper json) {
        this.availability = availability;
        this.reputations = reputations;
        this.json = json;
    }

    List<Hit> of(IndexSearcher searcher, Query query, Instant asOf, Collection<Candidate> page) throws IOException {
        var starts = starts(query, asOf, page);
        var hits = new ArrayList<Hit>(page.size());
        for (var candidate : page) {
            var stored =
                    searcher.storedFields().document(candidate.document(), CARD).getBinaryValue(Fields.CARD);
            var card = json.readValue(stored.bytes, stored.offset, stored.length, Card.class);
            hits.add(hit(card, candidate, query, starts.getOrDefault(candidate.offer(), List.of())));
        }
        return hits;
    }

    private Map<OfferId, List<Instant>> starts(Query query, Instant asOf, Collection<Candidate> page) {
        var offers =
                page.stream().filter(Candidate::bookable).map(Candidate::offer).toList();
        var open = query.open();
        return open == null
                ? availability.nextSlots(offers, asOf, asOf.plus(Ranking.SOON_ENOUGH), SLOTS)
                : availability.nextSlots(offers, open.start(), open.end(), SLOTS);
    }

    private Hit hit(Card card, Candidate candidate, Query query, List<Instant> starts) {
        var near = query.near();
        var point = card.point();
        return new Hit(
                card.offerId(),
                card.placeId(),
                card.region(),
                card.title(),
                card.placeName(),
                card.address(),
                point,
                card.trade(),
                card.price(),
                card.duration(),
                card.online(),
                card.details(),
                card.source(),
                near == null || point == null ? null : near.metresTo(point),
                reputations.all().getOrDefault(candidate.id(), reputations.unrated()),
                fitting(starts, card.duration(), query.open()),
                card.byQuote());
    }

    /** A start within the hour asked for must end within it too. */
    private static List<Instant> fitting(List<Instant> starts, @Nullable Duration duration, @Nullable TimeSpan open) {
        return duration == null || open == null
                ? starts
                : starts.stream()
                        .filter(start -> !start.plus(duration).isAfter(open.end()))
                        .toList();
    }
}
