package org.townloop.surface.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.notice.Notices;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** What the merchant was told: new orders, and those that were called off. */
@Controller
class NoticesPage {

    private static final int SHOWN = 100;

    private final Desks desks;
    private final Notices notices;
    private final NoticeWords words;

    NoticesPage(Desks desks, Notices notices, NoticeWords words) {
        this.desks = desks;
        this.notices = notices;
        this.words = words;
    }

    @GetMapping("/desk/notices")
    View list(Page page, Actor actor, @RequestParam(required = false) @Nullable UUID place) {
        return desks.open(
                page,
                actor,
                Right.SEE_DESK,
                place,
                Desk.Tab.NOTICES,
                desk -> View.of(
                        "desk/notices",
                        new NoticesView(
                                desk,
                                notices.of(actor.person(), SHOWN).stream()
                                        .map(notice -> words.of(desk, notice))
                                        .toList())));
    }

    @PostMapping("/desk/notices/read")
    View read(Actor actor, @RequestParam UUID place) {
        notices.markRead(actor.person());
        return View.seeOther("/desk/notices?place=" + place);
    }
}
