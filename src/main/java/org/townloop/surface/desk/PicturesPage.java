package org.townloop.surface.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.media.Albums;
import org.townloop.base.media.PictureId;
import org.townloop.supply.offer.OfferDesk;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** The pictures of a place and of what it sells. */
@Controller
class PicturesPage {

    private final Desks desks;
    private final OfferDesk offers;
    private final Albums albums;

    PicturesPage(Desks desks, OfferDesk offers, Albums albums) {
        this.desks = desks;
        this.offers = offers;
        this.albums = albums;
    }

    @GetMapping("/desk/pictures")
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String start) {
        return open(page, actor, place, desk -> View.of("desk/pictures", view(actor, desk, null, start != null)));
    }

    @PostMapping("/desk/pictures")
    View add(
            Page page,
            Actor actor,
            @RequestParam UUID place,
            @RequestParam UUID subject,
            @RequestParam MultipartFile picture,
            @RequestParam(required = false) @Nullable String start)
            throws IOException {
        var file = picture.getBytes();
        return open(page, actor, place, desk -> {
            requireOurs(actor, desk, subject);
            return switch (albums.add(actor.person(), subject, file)) {
                case Outcome.Done<PictureId> _ -> Saved.next(desk, "/desk/pictures", start != null);
                case Outcome.Refused<PictureId>(var refusal) ->
                    View.of(
                            "desk/pictures",
                            view(actor, desk, refusal, start != null),
                            Problems.status(refusal.reason()));
            };
        });
    }

    @PostMapping("/desk/pictures/removal")
    View remove(
            Page page,
            Actor actor,
            @RequestParam UUID place,
            @RequestParam UUID subject,
            @RequestParam String picture) {
        return open(page, actor, place, desk -> {
            requireOurs(actor, desk, subject);
            PictureId.of(picture).ifPresent(known -> albums.remove(subject, known));
            return View.seeOther(desk.to("/desk/pictures"));
        });
    }

    @PostMapping("/desk/pictures/first")
    View putFirst(
            Page page,
            Actor actor,
            @RequestParam UUID place,
            @RequestParam UUID subject,
            @RequestParam String picture) {
        return open(page, actor, place, desk -> {
            requireOurs(actor, desk, subject);
            PictureId.of(picture).ifPresent(known -> albums.putFirst(subject, known));
            return View.seeOther(desk.to("/desk/pictures"));
        });
    }

    private View open(Page page, Actor actor, @Nullable UUID place, Function<Desk, View> shown) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PLACE, shown);
    }

    /** Pictures are of this place or of an offer of it; of anything else there are none here. */
    private void requireOurs(Actor actor, Desk desk, UUID subject) {
        var ours = subject.equals(desk.place().id().value())
                || offers.all(actor, desk.place().id()).stream()
                        .anyMatch(offer -> offer.id().value().equals(subject));
        if (!ours) {
            throw new Absent("pictures of " + subject);
        }
    }

    private PicturesView view(Actor actor, Desk desk, @Nullable Refusal refusal, boolean start) {
        var subjects = new ArrayList<PicturesView.Subject>();
        var page = desk.page();
        var place = desk.place().id().value();
        var sold = offers.all(actor, desk.place().id());
        var ids = new ArrayList<UUID>(List.of(place));
        sold.forEach(offer -> ids.add(offer.id().value()));
        var pictures = albums.of(ids);
        subjects.add(subject(place, desk.name(), pictures));
        sold.forEach(offer -> subjects.add(subject(offer.id().value(), page.say(offer.title()), pictures)));
        return new PicturesView(desk, new Form(Map.of(), refusal), subjects, start);
    }

    private static PicturesView.Subject subject(UUID id, String name, Map<UUID, List<PictureId>> pictures) {
        return new PicturesView.Subject(id.toString(), name, pictures.getOrDefault(id, List.of()));
    }
}
