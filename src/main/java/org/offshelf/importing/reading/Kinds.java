package org.offshelf.importing.reading;

import java.util.Locale;
import java.util.regex.Pattern;

import org.offshelf.app.AppKind;

/** Tells mini-programs and SDKs from apps: a column may say so, the store, the name, or the heading of the list. */
final class Kinds {

    private static final Pattern SDK = Pattern.compile("(?i)(.*[^a-z])?sdk(\\s*[(（].*|\\s*v?[\\d.]+)?$");

    private static final Pattern MINI_PROGRAM = Pattern.compile(".*(小程序|元服务|快应用)|.*[（(].{0,4}(小程序|元服务|快应用)[)）]");

    /** What runs without being installed is a mini-program, whoever hosts it. */
    private static final Pattern LIGHT = Pattern.compile("小程序|小游戏|快应用|元服务|原子化服务");

    private Kinds() {
    }

    static AppKind of(Draft draft, AppKind ofList) {
        AppKind said = said(draft.get(Field.KIND));
        if (said != null) {
            return said;
        }
        String store = draft.get(Field.STORE) == null ? "" : draft.get(Field.STORE).toLowerCase(Locale.ROOT);
        String name = draft.get(Field.APP) == null ? "" : draft.get(Field.APP);
        if (LIGHT.matcher(store).find() || LIGHT.matcher(name).find() && MINI_PROGRAM.matcher(name).matches()) {
            return AppKind.MINI_PROGRAM;
        }
        if (store.contains("sdk")
                || name.toLowerCase(Locale.ROOT).contains("sdk") && SDK.matcher(name.replace('_', ' ')).matches()) {
            return AppKind.SDK;
        }
        return ofList == null ? AppKind.APP : ofList;
    }

    private static AppKind said(String printed) {
        String text = printed == null ? "" : printed.toLowerCase(Locale.ROOT);
        boolean mini = LIGHT.matcher(text).find();
        boolean app = text.contains("app") || text.replace("快应用", "").contains("应用");
        boolean sdk = text.contains("sdk");
        if (mini == sdk) {
            return app && !mini ? AppKind.APP : null;
        }
        return app ? null : mini ? AppKind.MINI_PROGRAM : AppKind.SDK;
    }
}
