package org.townloop.loop.screening;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.supply.booking.Availability;

/** The way in: what is there that fits? */
@Component
public class Screening {

    private final LiveIndex index;
    private final QueryRules rules;
    private final Understanding understanding;
    private final Conditions conditions;
    private final Facets facets;
    private final Hits hits;
    private final Regions regions;
    private final Availability availability;
    private final ReputationSource reputations;
    private final Clock clock;

    Screening(
            LiveIndex index,
            QueryRules rules,
            Understanding understanding,
            Conditions conditions,
            Facets facets,
            Hits hits,
            Regions regions,
            Availability availability,
            ReputationSource reputations,
            Clock clock) {
        this.index = index;
        this.rules = rules;
        this.understanding = understanding;
        this.conditions = conditions;
        this.facets = facets;
        this.hits = hits;
        this.regions = regions;
        this.availability = availability;
        this.reputations = reputations;
        this.clock = clock;
    }

    /**
     * A page of hits with the exact total and the facets, or which condition is wrong. What this process has committed
     * before is in the answer, be it an offer, a booking or a review.
     *
     * @return refused with a {@link ScreeningReason}
     */
    public Outcome<Results> find(Query query) {
        var now = clock.instant();
        var refusal = rules.refusal(query, now);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var text = query.cursor();
        var cursor = text == null ? null : Cursor.read(text, query).orElse(null);
        if (text != null && cursor == null) {
            return Outcome.refused(Refusal.of(ScreeningReason.CURSOR_INVALID, "cursor"));
        }
        return index.await()
                .map(ready -> ready.ask(searcher -> answer(searcher, query, now, cursor)))
                .orElseGet(() -> Outcome.refused(ScreeningReason.INDEX_NOT_READY));
    }

    /** Compares the index with the tables and mends what differs: for whoever changed tables without telling. */
    public void catchUp() {
        index.catchUp();
    }

    private Outcome<Results> answer(IndexSearcher searcher, Query asked, Instant now, @Nullable Cursor cursor)
            throws IOException {
        var understood = understanding.of(searcher, asked);
        var refusal = rules.refusalOfDistance(understood.query());
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : Outcome.done(answer(searcher, asked, understood, now, cursor));
    }

    private Results answer(
            IndexSearcher searcher, Query asked, Understanding.Reading understood, Instant now, @Nullable Cursor cursor)
            throws IOException {
        var query = understood.query();
        var asOf = cursor == null ? now : cursor.asOf();
        var sifted = new Sieve(query, regions, availability, reputations).sift(candidates(searcher, understood));
        var found = sifted.stream()
                .filter(Sieve.Sifted::isHit)
                .map(Sieve.Sifted::candidate)
                .toList();
        var open = query.open();
        var ranked = new Ranking(query, open == null ? asOf : open.start(), reputations).of(found, availability);
        var rest = cursor == null ? ranked : ranked.tailMap(cursor.last(), false);
        var page = rest.sequencedEntrySet().stream().limit(query.limit()).toList();
        var next = page.size() < rest.size()
                ? Cursor.of(asOf, asked, page.getLast().getKey()).text()
                : null;
        var shown = page.stream().map(Map.Entry::getValue).toList();
        return new Results(
                hits.of(searcher, query, asOf, shown), facets.of(query, sifted), found.size(), next, understood.told());
    }

    private List<Candidate> candidates(IndexSearcher searcher, Understanding.Reading understood) throws IOException {
        var query = understood.query();
        var wanted = understood.wanted();
        var keys = query.attributes().keySet().stream()
                .map(name -> AttributeName.of(name).key())
                .collect(Collectors.toSet());
        return Gathering.of(
                searcher, conditions.of(query, wanted), wanted.terms().size(), keys);
    }
}
