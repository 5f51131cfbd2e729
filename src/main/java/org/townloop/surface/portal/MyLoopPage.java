package org.townloop.surface.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.townloop.base.identity.Actor;
import org.townloop.base.notice.Notices;
import org.townloop.base.notice.push.InstanceKey;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** One's own orders and notices. */
@Controller
class MyLoopPage {

    private final Notices notices;
    private final Tellings tellings;
    private final Entries entries;
    private final WaitLines waits;
    private final Asks asks;
    private final InstanceKey pushKey;

    MyLoopPage(Notices notices, Tellings tellings, Entries entries, WaitLines waits, Asks asks, InstanceKey pushKey) {
        this.notices = notices;
        this.tellings = tellings;
        this.entries = entries;
        this.waits = waits;
        this.asks = asks;
        this.pushKey = pushKey;
    }

    @GetMapping("/my-loop")
    View show(Page page, Actor actor) {
        return View.of(
                "portal/my-loop",
                new MyLoopView(
                        page,
                        asks.empty(page),
                        tellings.to(page, actor),
                        notices.unread(actor.person()),
                        entries.of(page, actor),
                        waits.of(page, actor),
                        pushKey.publicKey()));
    }

    @PostMapping("/my-loop/read")
    View read(Actor actor) {
        notices.markRead(actor.person());
        return View.seeOther("/my-loop");
    }
}
