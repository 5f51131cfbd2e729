package org.townloop.surface.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.supply.merchant.Crew;
import org.townloop.supply.merchant.Rota;
import org.townloop.supply.merchant.Rotas;
import org.townloop.supply.merchant.hours.WallSpan;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** Who works when on which day: typed, or from the file that a table was saved as. */
@Controller
class RotaPage {

    private static final String PATH = "/desk/people/rota";
    private static final String LOOK = "look";
    /** As tables are saved in China where nobody asked for anything else. */
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Desks desks;
    private final Crew crew;
    private final Rotas rotas;
    private final BookedOutside outside;

    RotaPage(Desks desks, Crew crew, Rotas rotas, BookedOutside outside) {
        this.desks = desks;
        this.crew = crew;
        this.rotas = rotas;
        this.outside = outside;
    }

    @GetMapping(PATH)
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String saved) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PLACE, desk -> {
            var text = RotaLines.of(
                    page, crew.of(desk.place().id()), rotas.ahead(desk.place().id()));
            return View.of("desk/rota", view(desk, text, null, saved == null ? null : "desk.rota.saved"));
        });
    }

    /** Takes what the file says, or the lines: all of it, or nothing. */
    @PostMapping(PATH)
    View take(
            Page page,
            Actor actor,
            @RequestParam UUID place,
            @RequestParam(defaultValue = "") String lines,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var text = file == null || file.isEmpty() ? lines : text(file.getBytes());
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PLACE, desk -> {
            var here = desk.place().id();
            var rota = act.equals(LOOK) ? rotas.read(actor, here, text) : rotas.write(actor, here, text);
            if (rota.isSound() && !act.equals(LOOK)) {
                return View.seeOther(desk.to(PATH) + "&saved=yes");
            }
            return View.of(
                    "desk/rota",
                    view(desk, text, rota, null),
                    rota.isSound() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        });
    }

    /** What was ended stands in the form once more: saved again, it is as it was. */
    @PostMapping(PATH + "/removal")
    View end(Page page, Actor actor, @RequestParam UUID place) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PLACE, desk -> {
            var text = RotaLines.of(
                    page, crew.of(desk.place().id()), rotas.ahead(desk.place().id()));
            rotas.end(actor, desk.place().id());
            return View.of("desk/rota", view(desk, text, null, "desk.rota.ended"));
        });
    }

    private RotaView view(Desk desk, String text, @Nullable Rota read, @Nullable String done) {
        var here = desk.place().id();
        return new RotaView(
                desk,
                text,
                read == null ? List.of() : read.faults(),
                read == null || !read.isSound() ? List.of() : checked(desk, read),
                done == null ? null : desk.page().text(done),
                !rotas.ahead(here).isEmpty(),
                outside.of(desk));
    }

    private List<RotaView.Person> checked(Desk desk, Rota rota) {
        var page = desk.page();
        var days = desk.times().date(rota.first()) + " – " + desk.times().date(rota.last());
        var all = (int) rota.first().datesUntil(rota.last().plusDays(1)).count();
        return crew.of(desk.place().id()).stream()
                .filter(person -> rota.shifts().containsKey(person.id()))
                .map(person -> {
                    var said = rota.shifts().getOrDefault(person.id(), new TreeMap<>());
                    var shifts = said.values().stream().flatMap(List::stream).toList();
                    var minutes = shifts.stream().mapToInt(RotaPage::lasting).sum();
                    var worked = (int) said.values().stream()
                            .filter(spans -> !spans.isEmpty())
                            .count();
                    return new RotaView.Person(
                            page.say(person.name()),
                            days,
                            shifts.size(),
                            page.text("desk.rota.hours", "hours", minutes / 60, "minutes", minutes % 60),
                            all - worked);
                })
                .toList();
    }

    private static int lasting(WallSpan span) {
        return span.closes() - span.opens();
    }

    /** UTF-8 if it is that, with or without a mark at its beginning; else as Chinese tables are saved. */
    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, GB18030);
        }
    }
}
