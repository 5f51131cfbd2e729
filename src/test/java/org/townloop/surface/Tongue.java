package org.townloop.surface;

/** The languages of the town, with what people say in them. */
enum Tongue {
    ENGLISH(
            "en",
            "haircut",
            "the square",
            "Saturday afternoon",
            "Tongxin Hair",
            "Quick hands, and %s hears you.",
            "Come again, %s!"),
    CHINESE("zh-CN", "理发", "广场", "周六下午", "同心美发", "手很稳，%s听得进话。", "欢迎%s再来！");

    final String code;
    final String what;
    final String where;
    final String when;
    final String place;
    private final String praise;
    private final String thanks;

    Tongue(String code, String what, String where, String when, String place, String praise, String thanks) {
        this.code = code;
        this.what = what;
        this.where = where;
        this.when = when;
        this.place = place;
        this.praise = praise;
        this.thanks = thanks;
    }

    String praise(String mark) {
        return praise.formatted(mark);
    }

    String thanks(String mark) {
        return thanks.formatted(mark);
    }
}
