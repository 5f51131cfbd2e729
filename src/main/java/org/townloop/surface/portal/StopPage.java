package org.townloop.surface.portal;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.townloop.base.kernel.Absent;
import org.townloop.base.notice.Channel;
import org.townloop.base.notice.Chosen;
import org.townloop.base.notice.Preferences;
import org.townloop.base.notice.StopLinks;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/**
 * Ends mails of a topic for whoever holds the link that stood in one of them. Reading the page ends nothing, since mail
 * servers read links too; mail programs post to it by themselves (RFC 8058), so it takes no other proof.
 */
@Controller
class StopPage {

    private final StopLinks links;
    private final Preferences preferences;

    StopPage(StopLinks links, Preferences preferences) {
        this.links = links;
        this.preferences = preferences;
    }

    @GetMapping("/messages/stop/{word}")
    View ask(Page page, @PathVariable String word) {
        return View.of("portal/stop", new StopView(page, about(page, stop(word)), false));
    }

    @PostMapping("/messages/stop/{word}")
    View stop(Page page, @PathVariable String word) {
        var stop = stop(word);
        preferences.choose(stop.person(), Map.of(new Chosen.Choice(stop.topic(), Channel.MAIL), false));
        return View.of("portal/stop", new StopView(page, about(page, stop), true));
    }

    private StopLinks.Stop stop(String word) {
        return links.read(word).orElseThrow(() -> new Absent("a link to stop messages"));
    }

    private static String about(Page page, StopLinks.Stop stop) {
        return page.text("portal.messages.topic." + stop.topic().name().toLowerCase(Locale.ROOT));
    }
}
