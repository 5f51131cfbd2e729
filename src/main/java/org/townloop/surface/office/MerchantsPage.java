package org.townloop.surface.office;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.media.Audience;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.PictureSize;
import org.townloop.base.media.Pictures;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.Merchants;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.TakeOver;
import org.townloop.supply.merchant.TakeOvers;
import org.townloop.supply.merchant.Waiting;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** Merchants that wait to be verified, and listings that somebody says are theirs. */
@Controller
class MerchantsPage {

    private static final int SHOWN = 50;

    /** A decision that could not be taken so. */
    record Attempt(UUID id, String typed, Refusal refusal) {}

    private final Offices offices;
    private final Merchants merchants;
    private final TakeOvers takeOvers;
    private final Places places;
    private final Packs packs;
    private final People people;
    private final Pictures pictures;

    MerchantsPage(
            Offices offices,
            Merchants merchants,
            TakeOvers takeOvers,
            Places places,
            Packs packs,
            People people,
            Pictures pictures) {
        this.offices = offices;
        this.merchants = merchants;
        this.takeOvers = takeOvers;
        this.places = places;
        this.packs = packs;
        this.people = people;
        this.pictures = pictures;
    }

    @GetMapping("/office/merchants")
    View list(Page page, Actor actor, @RequestParam(required = false) @Nullable String region) {
        return offices.open(page, actor, region, office -> View.of("office/merchants", view(office, null)));
    }

    @PostMapping("/office/merchants/{id}/verification")
    View verify(Page page, Actor actor, @PathVariable UUID id, @RequestParam String region) {
        return answered(page, actor, region, id, "", merchants.verify(actor, merchant(id)));
    }

    @PostMapping("/office/merchants/{id}/refusal")
    View refuse(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String region,
            @RequestParam(defaultValue = "") String reason) {
        return answered(page, actor, region, id, reason, merchants.refuse(actor, merchant(id), reason));
    }

    @PostMapping("/office/take-overs/{id}/grant")
    View grant(Page page, Actor actor, @PathVariable UUID id, @RequestParam String region) {
        return answered(page, actor, region, id, "", takeOvers.grant(actor, id));
    }

    @PostMapping("/office/take-overs/{id}/refusal")
    View refuseTakeOver(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String region,
            @RequestParam(defaultValue = "") String reason) {
        return answered(page, actor, region, id, reason, takeOvers.refuse(actor, id, reason));
    }

    /** The picture that was sent as evidence, for whoever may decide. */
    @GetMapping("/office/take-overs/{id}/picture")
    ResponseEntity<byte[]> picture(Actor actor, @PathVariable UUID id) {
        var jpeg = Optional.ofNullable(takeOvers.get(actor, id).picture())
                .flatMap(PictureId::of)
                .flatMap(picture -> pictures.find(picture, PictureSize.PAGE, Audience.OPERATORS))
                .orElseThrow(() -> new Absent("picture of " + id));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_JPEG)
                .header("X-Content-Type-Options", "nosniff")
                .body(jpeg);
    }

    private View answered(Page page, Actor actor, String region, UUID id, String typed, Outcome<?> outcome) {
        return offices.open(page, actor, region, office -> switch (outcome) {
            case Outcome.Done<?> _ -> View.seeOther(office.to("/office/merchants"));
            case Outcome.Refused<?>(var refusal) ->
                View.of(
                        "office/merchants",
                        view(office, new Attempt(id, typed, refusal)),
                        Problems.status(refusal.reason()));
        });
    }

    private MerchantsView view(Office office, @Nullable Attempt attempt) {
        var waiting = merchants.waiting(office.within(), SHOWN);
        var claims = takeOvers.waiting(office.within(), SHOWN);
        var ids = new HashSet<PersonId>();
        waiting.forEach(each -> Optional.ofNullable(each.openedBy()).ifPresent(ids::add));
        claims.forEach(claim -> ids.add(claim.person()));
        var names = people.get(ids);
        var at = places.get(claims.stream().map(TakeOver::place).toList());
        return new MerchantsView(
                office,
                waiting.stream()
                        .map(each -> merchant(office, each, names, attempt))
                        .toList(),
                claims.stream()
                        .map(claim ->
                                claim(office, claim, Objects.requireNonNull(at.get(claim.place())), names, attempt))
                        .toList(),
                attempt);
    }

    private MerchantsView.Case merchant(
            Office office, Waiting waiting, Map<PersonId, Person> names, @Nullable Attempt attempt) {
        var place = waiting.place();
        var by = waiting.openedBy();
        return new MerchantsView.Case(
                waiting.merchant().id().value(),
                office.page().say(waiting.merchant().name()),
                facts(office, place),
                by == null ? "" : name(names, by),
                since(office, waiting.since()),
                null,
                "",
                false,
                MerchantsView.typed(attempt, waiting.merchant().id().value()));
    }

    private MerchantsView.Case claim(
            Office office, TakeOver claim, Place place, Map<PersonId, Person> names, @Nullable Attempt attempt) {
        return new MerchantsView.Case(
                claim.id(),
                office.page().say(place.name()),
                facts(office, place),
                name(names, claim.person()),
                since(office, claim.askedAt()),
                claim.evidence(),
                claim.words(),
                claim.picture() != null,
                MerchantsView.typed(attempt, claim.id()));
    }

    private List<String> facts(Office office, Place place) {
        var page = office.page();
        return List.of(
                page.say(packs.trade(place.trade()).name()),
                page.say(place.address()),
                place.phone() == null ? "" : place.phone());
    }

    private static String since(Office office, Instant since) {
        return office.times().ago(since);
    }

    private static String name(Map<PersonId, Person> names, PersonId id) {
        var person = names.get(id);
        return person == null ? "" : person.name();
    }

    private static MerchantId merchant(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("merchant " + id);
        }
        return new MerchantId(id);
    }
}
