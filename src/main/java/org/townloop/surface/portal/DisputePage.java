package org.townloop.surface.portal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
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
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.Pictures;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.dispute.About;
import org.townloop.loop.dispute.Dispute;
import org.townloop.loop.dispute.DisputeId;
import org.townloop.loop.dispute.DisputeReason;
import org.townloop.loop.dispute.NewDispute;
import org.townloop.loop.dispute.ResidentDisputes;
import org.townloop.loop.dispute.Wanted;
import org.townloop.loop.dispute.Word;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PrivatePicture;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.SentPictures;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Objecting to an order, from its page. */
@Controller
class DisputePage {

    private static final String TEMPLATE = "portal/dispute";

    private final ResidentDisputes disputes;
    private final Checkouts checkouts;
    private final DisputeViews views;
    private final SentPictures sent;
    private final Pictures pictures;

    DisputePage(
            ResidentDisputes disputes, Checkouts checkouts, DisputeViews views, SentPictures sent, Pictures pictures) {
        this.disputes = disputes;
        this.checkouts = checkouts;
        this.views = views;
        this.sent = sent;
        this.pictures = pictures;
    }

    @GetMapping("/orders/{id}/dispute")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        return shown(page, actor, order(actor, id), Form.EMPTY, List.of(), HttpStatus.OK);
    }

    @PostMapping("/orders/{id}/dispute")
    View open(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> picture)
            throws IOException {
        var order = order(actor, id);
        return sending(
                page,
                actor,
                order,
                typed,
                picture,
                kept -> wanted(order, typed, kept)
                        .then(wanted -> disputes.open(actor, order.id(), wanted, key(typed, kept))));
    }

    @PostMapping("/orders/{id}/dispute/words")
    View write(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> picture)
            throws IOException {
        var order = order(actor, id);
        var words = Typed.text(typed, "words");
        return sending(
                page,
                actor,
                order,
                typed,
                picture,
                kept -> disputes.write(actor, newest(actor, order).id(), words, kept, key(typed, kept)));
    }

    @PostMapping("/orders/{id}/dispute/acceptance")
    View accept(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        return act(
                page,
                actor,
                id,
                typed,
                (dispute, key) -> disputes.accept(
                        actor, dispute.id(), DisputeViews.read(dispute, Typed.text(typed, "offer")), key));
    }

    @PostMapping("/orders/{id}/dispute/refusal")
    View decline(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        return act(page, actor, id, typed, (dispute, key) -> disputes.decline(actor, dispute.id(), key));
    }

    @PostMapping("/orders/{id}/dispute/withdrawal")
    View withdraw(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        return act(page, actor, id, typed, (dispute, key) -> disputes.withdraw(actor, dispute.id(), key));
    }

    @PostMapping("/orders/{id}/dispute/appeal")
    View appeal(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var words = Typed.text(typed, "words");
        return act(page, actor, id, typed, (dispute, key) -> disputes.appeal(actor, dispute.id(), words, key));
    }

    @GetMapping("/disputes/{id}/pictures/{number}/{position}.jpg")
    ResponseEntity<byte[]> picture(
            Actor actor, @PathVariable UUID id, @PathVariable int number, @PathVariable int position) {
        return PrivatePicture.of(pictures, Word.picture(disputes.words(actor, dispute(id)), number, position));
    }

    /** What somebody has sent and not shown yet, whichever side they are on: to be seen beside the form. */
    @GetMapping("/disputes/photos/{id}.jpg")
    ResponseEntity<byte[]> sent(Actor actor, @PathVariable String id) {
        var photo = PictureId.of(id).orElseThrow(() -> new Absent("photo " + id));
        if (!pictures.areForParties(actor.person(), List.of(photo))) {
            throw new Absent("photo " + id);
        }
        return PrivatePicture.of(pictures, photo);
    }

    private View sending(
            Page page,
            Actor actor,
            Order order,
            MultiValueMap<String, String> typed,
            @Nullable List<MultipartFile> picture,
            Function<List<PictureId>, Outcome<Dispute>> done)
            throws IOException {
        var kept = sent.keep(
                actor, typed, picture, ResidentDisputes.MOST_PICTURES, DisputeReason.DISPUTE_PICTURES_TOO_MANY);
        if (kept.refusal() == null && SentPictures.isOnlyThese(typed)) {
            return shown(page, actor, order, new Form(typed, null), kept.names(), HttpStatus.OK);
        }
        var refusal = kept.refusal();
        var outcome = refusal == null ? done.apply(kept.kept()) : Outcome.<Dispute>refused(refusal);
        return answered(page, actor, order, typed, kept.names(), outcome);
    }

    private interface Act {
        Outcome<Dispute> on(Dispute dispute, String key);
    }

    private View act(Page page, Actor actor, UUID id, MultiValueMap<String, String> typed, Act act) {
        var order = order(actor, id);
        return answered(page, actor, order, typed, List.of(), act.on(newest(actor, order), Typed.text(typed, "key")));
    }

    private View answered(
            Page page,
            Actor actor,
            Order order,
            MultiValueMap<String, String> typed,
            List<String> photos,
            Outcome<Dispute> outcome) {
        return switch (outcome) {
            case Outcome.Done<Dispute> _ -> View.seeOther(DisputeViews.href(order));
            case Outcome.Refused<Dispute>(var why) ->
                shown(
                        page,
                        actor,
                        checkouts.own(actor, order.id()),
                        new Form(typed, why),
                        photos,
                        Problems.status(why.reason()));
        };
    }

    private View shown(Page page, Actor actor, Order order, Form form, List<String> photos, HttpStatus status) {
        return View.of(TEMPLATE, views.of(page, actor, order, form, photos), status);
    }

    private static Outcome<NewDispute> wanted(Order order, MultiValueMap<String, String> typed, List<PictureId> kept) {
        var about = choice(About.values(), Typed.text(typed, "about"));
        var wanted = choice(Wanted.values(), Typed.text(typed, "wanted"));
        if (about.isEmpty() || wanted.isEmpty()) {
            return Outcome.refused(
                    Refusal.of(DisputeReason.DISPUTE_CHOICE_MISSING, about.isEmpty() ? "about" : "wanted"));
        }
        var minor = Typed.minor(Typed.text(typed, "amount"), order.total().exponent())
                .orElse(0L);
        return Outcome.done(new NewDispute(about.get(), wanted.get(), minor, Typed.text(typed, "words"), kept));
    }

    private static <T extends Enum<T>> Optional<T> choice(T[] all, String name) {
        return Stream.of(all).filter(each -> each.name().equals(name)).findFirst();
    }

    private static String key(MultiValueMap<String, String> typed, List<PictureId> kept) {
        return Typed.text(typed, "key") + "/" + kept.hashCode() + typed.hashCode();
    }

    private Dispute newest(Actor actor, Order order) {
        return disputes.of(actor, order.id()).stream()
                .findFirst()
                .orElseThrow(() -> new Absent("dispute of " + order.id().value()));
    }

    private Order order(Actor actor, UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("order " + id);
        }
        return checkouts.own(actor, new OrderId(id));
    }

    private static DisputeId dispute(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("dispute " + id);
        }
        return new DisputeId(id);
    }
}
