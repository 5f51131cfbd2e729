package org.townloop.surface.office;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.media.Pictures;
import org.townloop.base.region.Regions;
import org.townloop.loop.dispute.Dispute;
import org.townloop.loop.dispute.DisputeId;
import org.townloop.loop.dispute.DisputeTerms;
import org.townloop.loop.dispute.NewDecision;
import org.townloop.loop.dispute.OfficeDisputes;
import org.townloop.loop.dispute.Word;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PrivatePicture;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Disputes that an operator decides, with everything that is known of them on one page. */
@Controller
class DisputesPage {

    private final Offices offices;
    private final OfficeDisputes disputes;
    private final DisputeTerms terms;
    private final DisputeViews views;
    private final Regions regions;
    private final Pictures pictures;

    DisputesPage(
            Offices offices,
            OfficeDisputes disputes,
            DisputeTerms terms,
            DisputeViews views,
            Regions regions,
            Pictures pictures) {
        this.offices = offices;
        this.disputes = disputes;
        this.terms = terms;
        this.views = views;
        this.regions = regions;
        this.pictures = pictures;
    }

    @GetMapping("/office/disputes")
    View list(Page page, Actor actor, @RequestParam(required = false) @Nullable String region) {
        return offices.open(page, actor, region, office -> View.of("office/disputes", views.list(office, Form.EMPTY)));
    }

    @PostMapping("/office/dispute-days")
    View days(Page page, Actor actor, @RequestParam String region, @RequestParam MultiValueMap<String, String> typed) {
        return offices.open(page, actor, region, office -> {
            var days = Typed.number(Typed.text(typed, "days")).orElse(0);
            return switch (terms.say(actor, office.region().id(), days)) {
                case Outcome.Done<Integer> _ -> View.seeOther(office.to("/office/disputes"));
                case Outcome.Refused<Integer>(var why) ->
                    View.of("office/disputes", views.list(office, new Form(typed, why)), Problems.status(why.reason()));
            };
        });
    }

    @GetMapping("/office/disputes/{id}")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        return shown(page, actor, dispute(actor, id), Form.EMPTY, null, HttpStatus.OK);
    }

    @GetMapping("/office/disputes/{id}/pictures/{number}/{position}.jpg")
    ResponseEntity<byte[]> picture(
            Actor actor, @PathVariable UUID id, @PathVariable int number, @PathVariable int position) {
        return PrivatePicture.of(
                pictures, Word.picture(disputes.words(actor, dispute(actor, id).id()), number, position));
    }

    /** With {@code look} it is only shown what it would do. */
    @PostMapping("/office/disputes/{id}/decision")
    View decide(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var dispute = dispute(actor, id);
        var decision = decision(dispute, typed);
        if (typed.containsKey("look") && decision.ofOrder() >= 0 && decision.platform() >= 0) {
            return shown(page, actor, dispute, new Form(typed, null), decision, HttpStatus.OK);
        }
        return switch (disputes.decide(actor, dispute.id(), decision, Typed.text(typed, "key"))) {
            case Outcome.Done<Dispute>(var decided) ->
                View.seeOther("/office/disputes/" + decided.id().value());
            case Outcome.Refused<Dispute>(var why) ->
                shown(page, actor, dispute(actor, id), new Form(typed, why), null, Problems.status(why.reason()));
        };
    }

    private static NewDecision decision(Dispute dispute, Map<String, List<String>> typed) {
        return new NewDecision(
                minor(dispute, Typed.text(typed, "ofOrder")),
                minor(dispute, Typed.text(typed, "platform")),
                minor(dispute, Typed.text(typed, "merchant")),
                Typed.text(typed, "reasons"));
    }

    /** What is left empty is nothing; what cannot be read is refused as an amount below that. */
    private static long minor(Dispute dispute, String typed) {
        return typed.isEmpty()
                ? 0
                : Typed.minor(typed, dispute.wantedAmount().exponent()).orElse(-1L);
    }

    private View shown(
            Page page, Actor actor, Dispute dispute, Form form, @Nullable NewDecision asked, HttpStatus status) {
        var region = regions.get(dispute.id().region()).code();
        return offices.open(
                page,
                actor,
                region,
                office -> View.of("office/dispute", views.of(office, actor, dispute, form, asked), status));
    }

    private Dispute dispute(Actor actor, UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("dispute " + id);
        }
        return disputes.get(actor, new DisputeId(id));
    }
}
