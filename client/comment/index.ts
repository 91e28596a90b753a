export { openBoard, type Board } from './board/board.ts'
export { CommentsPanel, type CommentsPanelProps } from './panel/comments-panel.tsx'
export { CommentLayer, type CommentLayerProps, type EarlyComment } from './layer/comment-layer.tsx'
