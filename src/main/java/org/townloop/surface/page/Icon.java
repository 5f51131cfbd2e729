package org.townloop.surface.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** A small drawing that goes with a word, never instead of it. Drawn with the text's colour, on a square of 24. */
public final class Icon implements Content {
    public static final Icon SEARCH = new Icon("<circle cx='11' cy='11' r='6.5'/><path d='m16 16 5 5'/>");
    public static final Icon SUN = new Icon(
            "<circle cx='12' cy='12' r='4'/><path d='M12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.8 1.8M17.2 17.2 19"
                    + " 19M5 19l1.8-1.8M17.2 6.8 19 5'/>");
    public static final Icon MOON = new Icon("<path d='M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z'/>");
    public static final Icon LOOP = new Icon("<path d='M20.5 12a8.5 8.5 0 1 1-3-6.5'/><path d='M21 2.5v4.7h-4.7'/>");
    public static final Icon CLOCK = new Icon("<circle cx='12' cy='12' r='9'/><path d='M12 6.5V12l3.5 2.5'/>");
    public static final Icon PIN = new Icon(
            "<path d='M12 21.5s7-6.3 7-11.7a7 7 0 1 0-14 0c0 5.4 7 11.7 7 11.7Z'/><circle cx='12' cy='9.8' r='2.5'/>");
    public static final Icon PHONE = new Icon(
            "<path d='M5 3.5h3.5l1.8 4.6-2.2 1.7a12.4 12.4 0 0 0 6.1 6.1l1.7-2.2 4.6 1.8V19c0 1-.8 1.8-1.8 1.7A16.6"
                    + " 16.6 0 0 1 3.3 5.3C3.2 4.3 4 3.5 5 3.5Z'/>");
    public static final Icon PERSON =
            new Icon("<circle cx='12' cy='8' r='4'/><path d='M4 21c.8-4.2 4-6.5 8-6.5s7.2 2.3 8 6.5'/>");
    public static final Icon TICK = new Icon("<path d='m4.5 12.5 5 5 10-11'/>");
    public static final Icon CROSS = new Icon("<path d='m6 6 12 12M18 6 6 18'/>");
    public static final Icon WARN = new Icon("<path d='M12 3 2.5 20h19L12 3Z'/><path d='M12 10v4.5M12 17v.2'/>");
    public static final Icon STAR =
            new Icon("<path d='m12 3 2.7 5.8 6.3.8-4.6 4.4 1.2 6.3-5.6-3.1-5.6 3.1 1.2-6.3L3 9.6l6.3-.8L12 3Z'/>");
    public static final Icon ARROW = new Icon("<path d='M4 12h15M13 6l6 6-6 6'/>");
    public static final Icon BACK = new Icon("<path d='M20 12H5M11 6l-6 6 6 6'/>");
    public static final Icon BELL =
            new Icon("<path d='M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 2h-15l1.5-2Z'/><path d='M10 21h4'/>");
    public static final Icon SHIELD = new Icon(
            "<path d='M12 2.5 4 5.5v6c0 5 3.4 8.4 8 10 4.6-1.6 8-5 8-10v-6l-8-3Z'/><path d='m8.5 12 2.5 2.5 4.5-5'/>");
    public static final Icon BASKET = new Icon("<path d='M3 10h18l-2 9H5z'/><path d='M8 10l3-6M16 10l-3-6'/>");
    public static final Icon MONEY = new Icon(
            "<rect x='2.5' y='6' width='19' height='12' rx='2'/><circle cx='12' cy='12' r='2.8'/><path d='M6 9.5v5M18"
                    + " 9.5v5'/>");
    public static final Icon QR =
            new Icon("<path d='M3.5 3.5h6v6h-6zM14.5 3.5h6v6h-6zM3.5 14.5h6v6h-6z'/><path d='M14.5 14.5h2v2h-2zM18.5"
                    + " 18.5h2v2h-2zM18.5 14.5h2M14.5 18.5v2'/>");
    public static final Icon KEY = new Icon("<circle cx='8' cy='15' r='4.5'/><path d='m11.3 11.7 8.2-8.2M16 7l3 3'/>");
    public static final Icon LIST = new Icon("<path d='M8 6h13M8 12h13M8 18h13M3.5 6v.1M3.5 12v.1M3.5 18v.1'/>");
    public static final Icon MAP =
            new Icon("<path d='m3 6 6-2.5 6 2.5 6-2.5v14.5L15 20.5 9 18l-6 2.5V6Z'/><path d='M9 3.5V18M15 6v14.5'/>");

    private final String svg;

    private Icon(String drawing) {
        this.svg = "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">" + drawing.replace('\'', '"')
                + "</svg>";
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(svg);
    }
}
