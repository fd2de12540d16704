"use strict";

// Draws one card with Microsoft's renderer, set up to look like Teams, and says what it made of it.

const FONT = '"Segoe UI", "Open Sans", "Noto Sans", system-ui, sans-serif';

const COLOURS = {
  light: {
    text: "#242424", faint: "#616161", line: "#E0E0E0", card: "#FFFFFF", emphasis: "#F5F5F5",
    accent: "#5B5FC7", good: "#0E700E", warning: "#8A3707", attention: "#B10E1C",
    goodBack: "#F1FAF1", warningBack: "#FDF6F3", attentionBack: "#FDF3F4", accentBack: "#E8EBFA",
  },
  dark: {
    text: "#FFFFFF", faint: "#ADADAD", line: "#3D3D3D", card: "#292929", emphasis: "#333333",
    accent: "#7F85F5", good: "#54B054", warning: "#FAA06B", attention: "#E37D80",
    goodBack: "#052505", warningBack: "#4A1E04", attentionBack: "#3B0509", accentBack: "#2F2F4A",
  },
};

function hostConfig(theme) {
  const colour = COLOURS[theme];
  const foreground = {};
  for (const [name, value] of Object.entries({
    default: colour.text, dark: "#242424", light: "#FFFFFF", accent: colour.accent,
    good: colour.good, warning: colour.warning, attention: colour.attention,
  })) {
    const subtle = name === "default" ? colour.faint : value;
    foreground[name] = { default: value, subtle };
  }
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors: foreground });
  const label = (suffix) => ({ size: "default", weight: "default", isSubtle: true, suffix });
  return new AdaptiveCards.HostConfig({
    supportsInteractivity: true,
    fontFamily: FONT,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colour.line },
    imageSizes: { small: 40, medium: 80, large: 160 },
    containerStyles: {
      default: style(colour.card),
      emphasis: style(colour.emphasis),
      accent: style(colour.accentBack),
      good: style(colour.goodBack),
      warning: style(colour.warningBack),
      attention: style(colour.attentionBack),
    },
    inputs: {
      label: {
        inputSpacing: "small",
        requiredInputs: label(" *"),
        optionalInputs: label(""),
      },
      errorMessage: { size: "small", color: "attention", weight: "default" },
    },
    actions: {
      maxActions: 6,
      spacing: "default",
      buttonSpacing: 8,
      actionsOrientation: "horizontal",
      actionAlignment: "left",
      allowTitleToWrap: false,
      showCard: { actionMode: "inline", inlineTopMargin: 16, style: "emphasis" },
    },
    adaptiveCard: { allowCustomStyle: false },
    factSet: {
      title: { size: "default", weight: "bolder", wrap: true, maxWidth: 150 },
      value: { size: "default", weight: "default", wrap: true },
      spacing: 16,
    },
    textBlock: { headingLevel: 2 },
  });
}

// Teams reads a little Markdown only: emphasis, lists and links.
const markdown = markdownit("zero").enable(["emphasis", "list", "link", "newline", "escape"]);
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

function sticksOut(card) {
  const edge = card.getBoundingClientRect().right + 1;
  const found = [...card.querySelectorAll("*")].filter(
    (element) => element.offsetWidth > 0 && element.getBoundingClientRect().right > edge
  );
  const innermost = found.filter((element) => !found.some((f) => f !== element && element.contains(f)));
  return innermost.map(
    (element) => `wider than the card: ${(element.innerText || element.tagName).slice(0, 60)}`
  );
}

// Teams puts buttons on further lines where they do not fit on one, and cuts a title that is wider
// than the card (AdaptiveCards issues 8792 and 6880).
function cutTitles(card) {
  return [...card.querySelectorAll(".ac-pushButton, .ac-pushButton div")]
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .map((element) => `the button's title is cut: ${element.innerText}`);
}

function drawCard(source, theme, width) {
  document.documentElement.className = theme;
  const place = document.getElementById("card");
  place.replaceChildren();
  place.style.width = `${width}px`;

  const errors = [];
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = hostConfig(theme);
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  card.parse(source, context);
  for (let i = 0; i < context.eventCount; i += 1) {
    errors.push(context.getEventAt(i).message);
  }
  for (const event of card.validateProperties().validationEvents) {
    errors.push(event.message);
  }
  const drawn = card.render();
  if (drawn) {
    place.appendChild(drawn);
    errors.push(...sticksOut(place), ...new Set(cutTitles(place)));
  } else {
    errors.push("the renderer drew nothing");
  }
  return { errors, text: place.innerText, height: document.body.scrollHeight };
}
