const fontFamily = 'DejaVu Sans, Verdana, sans-serif';

/** How pictures look: dark on white, legible on the dark pages of GitHub too. What GitHub draws follows its own theme. */
export const appearance = {
  startOnLoad: false,
  fontFamily,
  theme: 'base',
  themeVariables: {
    fontFamily,
    fontSize: '14px',
    background: '#ffffff',
    primaryColor: '#eef4fb',
    primaryBorderColor: '#3d6a98',
    primaryTextColor: '#14202e',
    secondaryColor: '#fdf3e1',
    tertiaryColor: '#f6f8fa',
    lineColor: '#51606f',
    edgeLabelBackground: '#ffffff',
    clusterBkg: '#f6f8fa',
    clusterBorder: '#b6c2cf',
    noteBkgColor: '#fdf3e1',
    noteBorderColor: '#c9963b',
    actorLineColor: '#b6c2cf',
  },
  // Lines run behind what is written on them.
  themeCSS:
    '.messageText, .loopText tspan { paint-order: stroke; stroke: white; stroke-width: 5px; stroke-linejoin: round }',
  flowchart: { useMaxWidth: false, wrappingWidth: 320, nodeSpacing: 36, rankSpacing: 40 },
  sequence: {
    useMaxWidth: false,
    messageMargin: 34,
    actorFontFamily: fontFamily,
    messageFontFamily: fontFamily,
    noteFontFamily: fontFamily,
  },
  er: { useMaxWidth: false, nodeSpacing: 40, rankSpacing: 160 },
};
