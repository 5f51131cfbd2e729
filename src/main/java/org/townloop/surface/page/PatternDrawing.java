package org.townloop.surface.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Locale;
import java.util.SplittableRandom;
import org.townloop.supply.pack.Pattern;

/**
 * A quiet drawing where there is no photograph: the colours and the kind of line are the trade's, how the lines run is
 * drawn from the place's name, so that the same place always looks the same and no two look alike.
 */
public record PatternDrawing(Pattern pattern, String name) implements Content {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent("""
            <svg class="pattern" viewBox="0 0 %d %d" preserveAspectRatio="xMidYMid slice" aria-hidden="true">\
            <path fill="light-dark(%s,%s)" d="M0 0h%dv%dH0z"/>\
            <g fill="none" stroke="light-dark(%s,color-mix(in srgb,%s 70%%,#fff))" stroke-width="3.5" stroke-linecap="round" opacity=".7">%s</g></svg>\
            """.formatted(
                        WIDTH,
                        HEIGHT,
                        pattern.light(),
                        pattern.dark(),
                        WIDTH,
                        HEIGHT,
                        pattern.stroke(),
                        pattern.stroke(),
                        lines(new SplittableRandom(name.hashCode()))));
    }

    private String lines(SplittableRandom random) {
        return switch (pattern.kind()) {
            case STRANDS -> strands(random);
            case WAVES -> waves(random);
            case RIPPLES -> ripples(random);
            case LATTICE -> lattice(random);
            case HILLS -> hills(random);
            case PETALS -> petals(random);
        };
    }

    /** One curve from edge to edge, and more of them that drift apart. */
    private static String strands(SplittableRandom random) {
        var rise = random.nextInt(-240, 100);
        var bend = random.nextInt(120, 280);
        var fall = random.nextInt(-80, 140);
        var gap = random.nextInt(26, 44);
        var left = random.nextInt(160, 220) - rise - 3 * gap;
        var path = new StringBuilder();
        for (int i = -2; i < 8; i++) {
            var y = left + i * gap;
            path.append(format(
                    "M-20 %dC%d %d %d %d 380 %d", y, bend, y - 80 + i * 4, bend - 20, y + rise, y + rise - i * 9));
            path.append(format("S620 %d 790 %d", y + rise + fall + i * 6, y + rise + fall / 2 - i * 3));
        }
        return path(path);
    }

    private static String waves(SplittableRandom random) {
        var height = random.nextInt(14, 42);
        var length = random.nextInt(110, 210);
        var gap = random.nextInt(34, 58);
        var shift = random.nextInt(length);
        var path = new StringBuilder();
        for (int y = -20, row = 0; y < HEIGHT + 60; y += gap, row++) {
            path.append(format("M%d %d", -shift - row * 17 % length - length, y));
            path.append(format("q%d %d %d 0", length / 2, -height, length));
            for (int x = -shift - length; x < WIDTH + 2 * length; x += length) {
                path.append(format("t%d 0", length));
            }
        }
        return path(path);
    }

    private static String ripples(SplittableRandom random) {
        var drawn = new StringBuilder();
        for (int drop = 0; drop < 2; drop++) {
            var x = drop == 0 ? random.nextInt(WIDTH / 3, WIDTH * 2 / 3) : random.nextInt(WIDTH);
            var y = drop == 0 ? random.nextInt(HEIGHT / 4, HEIGHT * 3 / 4) : random.nextInt(HEIGHT);
            var gap = random.nextInt(26, 44);
            for (int ring = 1; ring <= 6 - drop * 2; ring++) {
                drawn.append(format("<circle cx=\"%d\" cy=\"%d\" r=\"%d\"/>", x, y, ring * gap));
            }
        }
        return drawn.toString();
    }

    /** Panes as in a wooden window: some are crossed, some carry a smaller frame. */
    private static String lattice(SplittableRandom random) {
        var pane = random.nextInt(84, 120);
        var path = new StringBuilder();
        for (int x = -pane / 3; x < WIDTH; x += pane) {
            path.append(format("M%d 0v%d", x, HEIGHT));
            for (int y = -pane / 4; y < HEIGHT; y += pane) {
                path.append(format("M%d %dh%d", x, y, pane));
                path.append(
                        switch (random.nextInt(4)) {
                            case 0 -> format("l%d %dm0 %dl%d %d", -pane, pane, -pane, pane, pane);
                            case 1 ->
                                format("m%d %dh%dv%dh%dz", -pane * 3 / 4, pane / 4, pane / 2, pane / 2, -pane / 2);
                            default -> "";
                        });
            }
        }
        return path(path);
    }

    /** Each ridge hides what is behind it. */
    private String hills(SplittableRandom random) {
        var drawn = new StringBuilder();
        for (int ridge = 0; ridge < 4; ridge++) {
            var y = 120 + ridge * 66;
            var path = new StringBuilder(format("M-20 %d", y + random.nextInt(60)));
            for (int x = 0; x < WIDTH + 20; ) {
                var width = random.nextInt(130, 260);
                path.append(
                        format("q%d %d %d %d", width / 2, -random.nextInt(60, 170), width, random.nextInt(-24, 36)));
                x += width;
            }
            drawn.append("<path fill=\"light-dark(%s,%s)\" d=\"%sV%dH-20z\"/>"
                    .formatted(pattern.light(), pattern.dark(), path, HEIGHT + 20));
        }
        return drawn.toString();
    }

    private static String petals(SplittableRandom random) {
        var path = new StringBuilder();
        for (int x = 30; x < WIDTH; x += 96) {
            for (int y = 20 + x % 3 * 16; y < HEIGHT + 40; y += 104) {
                var turn = random.nextDouble(Math.PI * 2);
                var length = random.nextInt(34, 62);
                var dx = (int) (Math.cos(turn) * length);
                var dy = (int) (Math.sin(turn) * length);
                path.append(format("M%d %dq%d %d %d %d", x, y, dx / 2 - dy / 2, dy / 2 + dx / 2, dx, dy));
                path.append(format("q%d %d %d %d", -dx / 2 + dy / 2, -dy / 2 - dx / 2, -dx, -dy));
            }
        }
        return path(path);
    }

    private static String path(CharSequence data) {
        return "<path d=\"" + data + "\"/>";
    }

    private static String format(String pattern, Object... numbers) {
        return String.format(Locale.ROOT, pattern, numbers);
    }
}
