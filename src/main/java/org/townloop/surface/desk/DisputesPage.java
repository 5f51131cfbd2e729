package org.townloop.surface.desk;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.Pictures;
import org.townloop.loop.dispute.DeskDisputes;
import org.townloop.loop.dispute.Dispute;
import org.townloop.loop.dispute.DisputeId;
import org.townloop.loop.dispute.DisputeReason;
import org.townloop.loop.dispute.NewAnswer;
import org.townloop.loop.dispute.ResidentDisputes;
import org.townloop.loop.dispute.Word;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PrivatePicture;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.SentPictures;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Disputes about a place's orders: what customers object to, and answering it. */
@Controller
class DisputesPage {

    private static final int SHOWN = 200;

    private final Desks desks;
    private final DeskDisputes disputes;
    private final DisputeViews views;
    private final SentPictures sent;
    private final Pictures pictures;

    DisputesPage(Desks desks, DeskDisputes disputes, DisputeViews views, SentPictures sent, Pictures pictures) {
        this.desks = desks;
        this.disputes = disputes;
        this.views = views;
        this.sent = sent;
        this.pictures = pictures;
    }

    @GetMapping("/desk/disputes")
    View list(Page page, Actor actor, @RequestParam(required = false) @Nullable UUID place) {
        return desks.open(
                page,
                actor,
                Right.SEE_DESK,
                place,
                Desk.Tab.DISPUTES,
                desk -> View.of(
                        "desk/disputes",
                        views.list(desk, disputes.at(actor, desk.place().id(), SHOWN))));
    }

    @GetMapping("/desk/disputes/{id}")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        return shown(page, actor, dispute(id), Form.EMPTY, List.of(), HttpStatus.OK);
    }

    @GetMapping("/desk/disputes/{id}/pictures/{number}/{position}.jpg")
    ResponseEntity<byte[]> picture(
            Actor actor, @PathVariable UUID id, @PathVariable int number, @PathVariable int position) {
        return PrivatePicture.of(pictures, Word.picture(disputes.words(actor, dispute(id)), number, position));
    }

    @PostMapping("/desk/disputes/{id}/answer")
    View answer(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> picture)
            throws IOException {
        var dispute = disputes.get(actor, dispute(id));
        return sending(
                page,
                actor,
                dispute,
                typed,
                picture,
                kept -> disputes.answer(actor, dispute.id(), answer(dispute, typed, kept), key(typed, kept)));
    }

    @PostMapping("/desk/disputes/{id}/words")
    View write(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> picture)
            throws IOException {
        var dispute = disputes.get(actor, dispute(id));
        var words = Typed.text(typed, "words");
        return sending(
                page,
                actor,
                dispute,
                typed,
                picture,
                kept -> disputes.write(actor, dispute.id(), words, kept, key(typed, kept)));
    }

    @PostMapping("/desk/disputes/{id}/appeal")
    View appeal(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var dispute = disputes.get(actor, dispute(id));
        return answered(
                page,
                actor,
                dispute,
                typed,
                List.of(),
                disputes.appeal(actor, dispute.id(), Typed.text(typed, "words"), Typed.text(typed, "key")));
    }

    /** An amount that cannot be read is none that can be offered. */
    private static NewAnswer answer(Dispute dispute, MultiValueMap<String, String> typed, List<PictureId> kept) {
        var offer = Typed.text(typed, "offer");
        var minor = Typed.minor(
                        Typed.text(typed, "amount"), dispute.wantedAmount().exponent())
                .orElse(0L);
        return new NewAnswer(
                Typed.text(typed, "words"), kept, offer.equals("redo"), offer.equals("amount") ? minor : null);
    }

    private View sending(
            Page page,
            Actor actor,
            Dispute dispute,
            MultiValueMap<String, String> typed,
            @Nullable List<MultipartFile> picture,
            Function<List<PictureId>, Outcome<Dispute>> done)
            throws IOException {
        var kept = sent.keep(
                actor, typed, picture, ResidentDisputes.MOST_PICTURES, DisputeReason.DISPUTE_PICTURES_TOO_MANY);
        if (kept.refusal() == null && SentPictures.isOnlyThese(typed)) {
            return shown(page, actor, dispute.id(), new Form(typed, null), kept.names(), HttpStatus.OK);
        }
        var refusal = kept.refusal();
        var outcome = refusal == null ? done.apply(kept.kept()) : Outcome.<Dispute>refused(refusal);
        return answered(page, actor, dispute, typed, kept.names(), outcome);
    }

    private View answered(
            Page page,
            Actor actor,
            Dispute dispute,
            MultiValueMap<String, String> typed,
            List<String> photos,
            Outcome<Dispute> outcome) {
        return switch (outcome) {
            case Outcome.Done<Dispute> _ -> View.seeOther(DisputeViews.href(dispute));
            case Outcome.Refused<Dispute>(var why) ->
                shown(page, actor, dispute.id(), new Form(typed, why), photos, Problems.status(why.reason()));
        };
    }

    private View shown(Page page, Actor actor, DisputeId id, Form form, List<String> photos, HttpStatus status) {
        var dispute = disputes.get(actor, id);
        return desks.open(
                page,
                actor,
                Right.SEE_DESK,
                dispute.place().value(),
                Desk.Tab.DISPUTES,
                desk -> View.of("desk/dispute", views.of(desk, actor, dispute, form, photos), status));
    }

    private static String key(MultiValueMap<String, String> typed, List<PictureId> kept) {
        return Typed.text(typed, "key") + "/" + kept.hashCode() + typed.hashCode();
    }

    private static DisputeId dispute(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("dispute " + id);
        }
        return new DisputeId(id);
    }
}
