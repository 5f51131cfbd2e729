package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.loop.deal.DealId;
import org.townloop.loop.deal.DealLine;
import org.townloop.loop.deal.Deals;
import org.townloop.supply.offer.Offers;

@RestController
@Tag(name = "Deals", description = "For a while so many pieces at a lower price, and the line for them.")
class DealsApi {

    /** @param quantity 1 if not given */
    record Wanted(@Nullable Integer quantity) {}

    /**
     * How somebody stands in line.
     *
     * @param number in the order of arrival; with the seed it says the rank in the draw
     * @param turn in which it is called; not there before the draw
     * @param waiting how many wait
     * @param before how many of them before this one
     * @param granted how many pieces are kept, until {@code until}, for who was called
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DealLine")
    record LineJson(
            UUID dealId,
            String state,
            int number,
            int quantity,
            @Nullable Integer turn,
            int waiting,
            int before,
            @Nullable Integer granted,
            @Nullable OffsetDateTime until,
            @Nullable UUID orderId) {}

    private final Deals deals;
    private final DealLine line;
    private final Offers offers;
    private final Moments moments;

    DealsApi(Deals deals, DealLine line, Offers offers, Moments moments) {
        this.deals = deals;
        this.line = line;
        this.offers = offers;
        this.moments = moments;
    }

    @Operation(summary = "A deal")
    @GetMapping("/api/deals/{id}")
    DealJson deal(@PathVariable UUID id) {
        var deal = deals.get(new DealId(id));
        return DealJson.of(deals.shown(deal), offers.get(deal.offer()).price(), moments);
    }

    @Operation(
            summary = "Stand in line for a deal, also before it opens",
            description = "One place for a person: who stands in it already stays where they are.")
    @PostMapping("/api/deals/{id}/line")
    @ResponseStatus(HttpStatus.CREATED)
    LineJson join(Actor actor, @PathVariable UUID id, @RequestBody(required = false) @Nullable Wanted wanted) {
        var quantity = wanted == null ? null : wanted.quantity();
        return json(Refused.unless(line.join(actor, known(id), quantity == null ? 1 : quantity)));
    }

    @Operation(summary = "How one stands in line, or stood last")
    @GetMapping("/api/deals/{id}/line")
    LineJson place(Actor actor, @PathVariable UUID id) {
        return json(line.place(known(id), actor.person()).orElseThrow(() -> new Absent("place in line " + id)));
    }

    @Operation(summary = "Leave the line")
    @DeleteMapping("/api/deals/{id}/line")
    LineJson leave(Actor actor, @PathVariable UUID id) {
        var deal = known(id);
        Refused.unless(line.leave(actor, deal));
        return place(actor, id);
    }

    private DealId known(UUID id) {
        return deals.get(new DealId(id)).id();
    }

    private LineJson json(DealLine.Place place) {
        var standing = place.standing();
        var until = standing.callUntil();
        return new LineJson(
                standing.deal().value(),
                standing.state().name(),
                standing.number(),
                standing.units(),
                standing.turn(),
                place.waiting(),
                place.before(),
                standing.granted(),
                until == null ? null : moments.in(standing.deal().region(), until),
                standing.order());
    }
}
